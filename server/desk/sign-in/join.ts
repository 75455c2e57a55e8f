import { commandSpec } from '@firstline/contract/spec.ts';
import type { Person, PersonEvent } from '@firstline/domain/desk/person.ts';
import type { Role } from '@firstline/domain/desk/role.ts';
import { joining, type Joining } from '@firstline/domain/desk/rules/index.ts';
import { z } from 'zod';
import { command, NOT_THERE } from '../../platform/command.ts';
import type { Reader } from '../../platform/reader.ts';
import type { Fragment } from '../../platform/fragment.ts';
import { personStore } from '../stores.ts';
import { whoElseHas } from '../who-else-has.ts';
import { endSessions } from './endings.ts';
import { ADMINISTRATOR_IS_THERE, keepPassword } from './passwords.ts';

/** The first person works, sees the floor, and looks after the desk. */
export const FOUNDER: Role[] = ['administrator', 'supervisor'];

type Secrets = { tokenHash: string; passwordHash: string };
type Called = { name: string; email: string; initials: string };
type Facts = Joining & { personId: string; called: Called; known?: Person; queueIds: string[] };

/** Uses a one-time link. What is secret is no input: what is asked and refused is written into the journal. */
export const join = ({ tokenHash, passwordHash }: Secrets) =>
  command({
    spec: commandSpec('desk.join', ['system'], 'Uses a one-time link: a person chooses a password.', {
      called: z.object({ name: z.string(), email: z.string(), initials: z.string() }).partial(),
    }),
    facts: async (read, { input }) => {
      const link = await openLink(read, tokenHash);
      return link ? joiningFacts(read, link, input.called) : NOT_THERE;
    },
    rules: joining,
    decide: ({ personId, called, known, queueIds }): PersonEvent[] => [
      ...(known
        ? []
        : [{ type: 'person.added' as const, personId, roles: FOUNDER, queueIds, personal: called }]),
      { type: 'person.joined', personId, ...(known && differs(known, called) && { personal: called }) },
    ],
    soft: ({ personId }) => [keepPassword(personId, passwordHash), endSessions(personId), useLink(tokenHash)],
  });

type Link = { personId: string; founds: boolean };

/** A link that was neither used nor is too old; the founding one opens nothing once somebody looks after the desk. */
const openLink = async (read: Reader, tokenHash: string): Promise<Link | undefined> => {
  const [link] = await read.rows<Link>(
    `select person_id as "personId", founds from invites
     where token_hash = $1 and used_at is null and expires_at > desk_now() and not (founds and ${ADMINISTRATOR_IS_THERE})`,
    [tokenHash],
  );
  return link;
};

const joiningFacts = async (
  read: Reader,
  { personId, founds }: Link,
  said: Partial<Called>,
): Promise<Facts | typeof NOT_THERE> => {
  const known = founds ? undefined : await read.take<Person>(personStore, personId);
  if (!founds && known?.status !== 'active') return NOT_THERE;
  const called = {
    name: (said.name ?? known?.name ?? '').trim(),
    email: said.email ?? known?.email ?? '',
    initials: said.initials ?? known?.initials ?? '',
  };
  const queueIds = founds ? await firstQueue(read) : [];
  return { personId, called, known, queueIds, ...(await whoElseHas(read, called, personId)) };
};

const firstQueue = async (read: Reader): Promise<string[]> =>
  (await read.rows<{ id: string }>('select id from queues order by id limit 1')).map(({ id }) => id);

const differs = (known: Person, called: Called): boolean =>
  known.name !== called.name || known.email !== called.email || known.initials !== called.initials;

/** Two uses of one link at the same moment: the second finds it used, and the statement is undone. */
const useLink = (tokenHash: string): Fragment => ({
  sql: 'update invites set used_at = case when desk_must(used_at is null) then desk_now() end where token_hash = ?',
  values: [tokenHash],
});
