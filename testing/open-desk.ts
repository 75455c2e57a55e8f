import { partsOf } from '@firstline/server/parts.ts';
import type { Actor, Role } from '@firstline/domain/desk/role.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { AnyCommand, Command, Outcome } from '@firstline/server/platform/command.ts';
import type { Desk, Parts } from '@firstline/server/platform/desk.ts';
import { makeDesk } from '@firstline/server/platform/make-desk.ts';
import { forgetHouse } from '@firstline/server/desk/house-of.ts';
import { runDueJobs } from './run-due-jobs.ts';
import { seal } from '@firstline/server/platform/sealer.ts';
import { useObjects } from '@firstline/server/conversations/index.ts';
import { objectsIn } from '@firstline/server/platform/objects.ts';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { moveClock, openDatabase, stopClock } from './database.ts';

/** A desk on a database of its own, whose machinery stands still until the test moves it, and whose clock when it is told to. */
export type TestDesk = Desk & {
  url: string;
  /** Asks and expects it done, passing on knowingly whatever only warns of contact; answers what happened. */
  done: <Input>(command: Command<Input, never> | AnyCommand, input: Input, by: Actor) => Promise<{ type: string; [field: string]: unknown }[]>;
  ask: <Input>(command: AnyCommand, input: Input, by: Actor, acknowledged?: string[]) => Promise<Outcome>;
  /** A command by the name of its door. */
  named: (name: string) => AnyCommand;
  /** What somebody reads, by the name of its door. */
  read: <Answer>(name: string, input: object, by: Actor) => Promise<Answer>;
  /** Does everything that is due, and what follows from it, then seals. */
  settle: () => Promise<void>;
  passes: (seconds: number) => Promise<void>;
  /** From now on no time passes but what is said. */
  stopClock: () => Promise<void>;
  person: (name: string, roles?: Role[], queueIds?: string[]) => Promise<Actor>;
  queue: (name?: string) => Promise<string>;
  close: () => Promise<void>;
};

export const parts: Parts = partsOf({ build: 'test', url: 'http://desk.example' });

export const openDesk = async (changed: Partial<Parts> = {}): Promise<TestDesk> => {
  const database = await openDatabase();
  const desk = makeDesk(database.pool, pino({ level: process.env.TEST_LOG ?? 'silent' }), { ...parts, ...changed });
  const folder = mkdtempSync(path.join(tmpdir(), 'firstline-files-'));
  useObjects(desk, objectsIn(folder));
  const named = (name: string): AnyCommand => {
    const found = desk.parts.commands.find((command) => command.spec.name === name);
    if (!found) throw new Error(`No command ${name}.`);
    return found;
  };
  const ask: TestDesk['ask'] = (command, input, by, acknowledged = []) =>
    desk.run(command, input, by, { commandId: `test/${randomUUID()}`, acknowledged });
  const done: TestDesk['done'] = async (command, input, by) => {
    const outcome = await ask(command as AnyCommand, input, by, PASSED);
    if (outcome.status !== 200) throw new Error(`${command.spec.name}: ${JSON.stringify(outcome)}`);
    if (outcome.done.some(({ type }) => type.startsWith('house.'))) forgetHouse(desk);
    return outcome.done;
  };
  return {
    ...desk,
    url: database.url,
    ask,
    done,
    named,
    read: async (name, input, by) => {
      const query = desk.parts.queries.find(({ spec }) => spec.name === name);
      if (!query) throw new Error(`No query ${name}.`);
      return query.answer(desk, query.spec.input.parse(input), by) as Promise<never>;
    },
    settle: async () => {
      while (await runDueJobs(desk));
      while ((await seal(desk.pool, desk.parts.tally)) > 0);
    },
    passes: (seconds) => moveClock(database.pool, seconds * 1000),
    stopClock: () => stopClock(database.pool),
    person: async (name, roles = ['agent'], queueIds = []) => {
      const initials = initialsOf(name);
      const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@house.example`;
      const [added] = await done(named('desk.addPerson'), { name, email, initials, roles, queueIds }, voice('system'));
      return { id: String(added?.personId), name, initials, roles, queueIds };
    },
    queue: async (name = 'Support') => {
      const [opened] = await done(named('desk.openQueue'), { name }, voice('system'));
      return String(opened?.queueId);
    },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Tests about something else need not read the summary first, nor write notes to go on from. */
const PASSED = ['summary-read-before-contact', 'note-says-how-it-goes-on'];

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part[0]?.toUpperCase())
    .join('');
