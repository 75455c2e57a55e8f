import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import type { Breach } from '@firstline/domain/rule.ts';
import { DatabaseError } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import {
  fingerprint,
  judge,
  NOT_THERE,
  type Asked,
  type Asking,
  type Command,
  type Outcome,
} from './command.ts';
import type { Desk } from './desk.ts';
import { entryOf, type Entry } from './journal.ts';
import { prepared } from './prepared.ts';
import { readerOf, type Taken } from './reader.ts';
import { jobsFor } from './reaction.ts';
import { guardOf, insertOf, updateOf, type AnyStore, type Subject } from './store.ts';
import type { Job, Writing } from './write.ts';
import { Moved, writeTogether } from './write-together.ts';

/** Two people at one subject: whoever comes second looks again. More often than this is trouble of another kind. */
const MOST_LOOKS = 8;

/**
 * The machinery behind every command: look, judge, write in one statement that holds every subject
 * to the version it was looked at. What moved meanwhile is looked at again.
 */
export const run = async <Input, Facts>(
  desk: Desk,
  command: Command<Input, Facts>,
  input: Input,
  by: Actor,
  asking: Asking,
): Promise<Outcome> => {
  if (!by.roles.some((role) => command.spec.who.includes(role))) return { status: 403 };
  for (let look = 1; look <= MOST_LOOKS; look++) {
    const outcome = await attempt(desk, command, input, by, asking);
    if (outcome !== 'moved') return outcome;
  }
  return { status: 409, because: 'busy' };
};

const attempt = async <Input, Facts>(
  desk: Desk,
  command: Command<Input, Facts>,
  input: Input,
  by: Actor,
  { commandId, acknowledged = [] }: Asking,
): Promise<Outcome | 'moved'> => {
  const { reader, taken } = readerOf(desk.pool);
  const print = fingerprint(command.spec.name, input, by);
  const ids: string[] = [];
  const newId = (): string => {
    const id = uuidv7();
    ids.push(id);
    return id;
  };

  const facts = await command.facts(reader, { input, by, newId, house: desk.house });
  if (facts === NOT_THERE) return (await answeredBefore(desk, commandId, print)) ?? { status: 404 };
  const now = await reader.now();
  const house = await desk.house(command.queueOf?.(facts));
  const asked: Asked<Input> = { input, by, now, house, newId };
  const { refused, passed } = judge(command.rules, facts, house, acknowledged);

  const said = (breaches: Breach[], how: 'refused' | 'acknowledged'): Entry =>
    entryOf(
      {
        type: `command.${how}`,
        command: command.spec.name,
        rules: breaches.map(({ rule }) => rule),
        personal: { input, facts: JSON.parse(JSON.stringify(facts)) as unknown },
        at: now,
        by: by.id,
        version: 1,
      } as Recorded<DeskEvent>,
      how === 'refused' ? 'refusal' : 'acknowledgement',
      commandId,
      commandId,
      { full: [], outline: ['leads'] },
    );

  if (refused.length > 0) {
    const outcome: Outcome = { status: 422, refused };
    if (command.history === false) return outcome;
    const entries = [said(refused, 'refused')];
    return commit(desk, { conditional: [], free: [], entries, jobs: [] }, outcome, { commandId, print, now });
  }

  const { done, writing } = gather(desk, taken, command.decide(facts, asked), by, commandId, now, house.policy);
  if (passed.length > 0) writing.entries.push(said(passed, 'acknowledged'));
  if (command.soft) writing.free.push(...command.soft(facts, asked));
  return commit(desk, writing, { status: 200, done }, { commandId, print, now, forget: command.history === false });
};

/** The rows, journal entries and jobs that these events come to. */
const gather = (
  desk: Desk,
  taken: Map<string, Taken>,
  decided: DeskEvent[],
  by: Actor,
  commandId: string,
  now: string,
  policy: Parameters<typeof jobsFor>[3],
): { done: Recorded<DeskEvent>[]; writing: Writing } => {
  const changed = new Map<string, { store: AnyStore; before?: Subject; after: Subject }>();
  const done: Recorded<DeskEvent>[] = [];
  const entries: Entry[] = [];
  const jobs: Job[] = [];

  for (const event of decided) {
    const store = desk.storeOf(event.type);
    const id = store.idOf(event) as string;
    const key = `${store.kind}:${id}`;
    const before = taken.get(key)?.state;
    const current = changed.get(key)?.after ?? before;
    // What is new in a literal behind `...` costs V8 two microseconds a field.
    const recorded: Recorded<DeskEvent> = Object.assign({}, event, { at: now, by: by.id, version: (current?.version ?? 0) + 1 });
    const after = store.evolve(current, recorded) as Subject;
    changed.set(key, { store, before, after });
    done.push(recorded);
    entries.push(entryOf(recorded, store.kind, id, commandId, store.audience(after, recorded)));
    jobs.push(...jobsFor(desk.parts.reactions, recorded, id, policy));
  }

  const rows = [...changed.values()].map(({ store, before, after }) =>
    before ? updateOf(store, after, before) : insertOf(store, after),
  );
  const looked = [...taken.entries()]
    .filter(([key, { state }]) => state && !changed.has(key))
    .map(([, { store, id, state }]) => guardOf(store, id, (state as Subject).version));
  const free = [...changed.values()].flatMap(({ store, before, after }) => store.also?.(after, before) ?? []);
  return { done, writing: { conditional: [...rows, ...looked], free, entries, jobs } };
};

const commit = async (
  desk: Desk,
  writing: Writing,
  outcome: Outcome & { status: 200 | 422 },
  { commandId, print, now, forget = false }: { commandId: string; print: string; now: string; forget?: boolean },
): Promise<Outcome | 'moved'> => {
  const { status, ...body } = outcome;
  const answered = { id: commandId, fingerprint: print, status, answer: JSON.stringify(body), at: now };
  try {
    await writeTogether(desk.pool, forget ? writing : { answered, ...writing });
  } catch (error) {
    if (error instanceof Moved) return 'moved';
    if (!(error instanceof DatabaseError)) throw error;
    if (error.constraint === 'commands_pkey') {
      const before = await answeredBefore(desk, commandId, print);
      if (before) return before;
    }
    // Somebody was quicker: the subject moved, or one of the schema's own guards held. The next look says what now stands.
    if (error.code === 'FL001' || error.code === '23505' || error.code === '40P01') return 'moved';
    // A row that is kept locked for seconds, as a hand at the database does: it is not waited for eight times over.
    if (error.code === '55P03') return { status: 409, because: 'busy' };
    throw error;
  }
  if (writing.entries.length > 0) desk.committed(writing.jobs);
  return outcome;
};

/** The first answer to this key, or that the key was used for something else. A refused asking may have been answered well before. */
const answeredBefore = async (desk: Desk, commandId: string, print: string): Promise<Outcome | undefined> => {
  const { rows } = await desk.pool.query<{ fingerprint: string; status: 200 | 422; answer: string }>(
    prepared('select fingerprint, status, answer from commands where id = $1', [commandId]),
  );
  const row = rows[0];
  if (!row) return undefined;
  if (row.fingerprint !== print) return { status: 409, because: 'other-input' };
  return { status: row.status, ...(JSON.parse(row.answer) as object) } as Outcome;
};
