import { later } from '@firstline/domain/moment.ts';
import { commandSpec, id } from '@firstline/contract/spec.ts';
import type { PersonEvent } from '@firstline/domain/desk/person.ts';
import { inviting, type Inviting } from '@firstline/domain/desk/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import type { Fragment } from '../../platform/fragment.ts';
import { personStore } from '../stores.ts';
import { ADMINISTRATOR_IS_THERE } from './passwords.ts';

const HOURS = 72;

/** The hash of the token is no input either; the token itself is known to whoever holds the link, and to nobody else. */
export const invite = (tokenHash: string) =>
  command({
    spec: commandSpec('desk.invite', ['system'], 'Makes a one-time link for a person; an older one ends.', { personId: id }),
    facts: async (read, { input }): Promise<Inviting | typeof NOT_THERE> => {
      const person = await read.take<Inviting['person']>(personStore, input.personId);
      return person ? { person } : NOT_THERE;
    },
    rules: inviting,
    decide: ({ person }, { now }): PersonEvent[] => [
      { type: 'person.invited', personId: person.id, until: later(now, HOURS * 3600) },
    ],
    soft: ({ person }, { now }): Fragment[] => [
      {
        sql: `insert into invites (token_hash, person_id, expires_at) values (?, ?, ?::timestamptz)
          on conflict (person_id) do update
          set token_hash = excluded.token_hash, expires_at = excluded.expires_at, used_at = null, founds = false`,
        values: [tokenHash, person.id, later(now, HOURS * 3600)],
      },
    ],
  });

/** There is one founding link at most; each start of a desk that nobody looks after makes it anew. */
export const inviteFounder = (tokenHash: string) =>
  command({
    spec: commandSpec('desk.inviteFounder', ['system'], 'Makes the one-time link for the first administrator.', {}),
    facts: async (read) => {
      const [found] = await read.rows<{ there: boolean }>(`select (${ADMINISTRATOR_IS_THERE}) as there`);
      return found?.there ? NOT_THERE : {};
    },
    rules: [],
    decide: () => [],
    soft: (_, { now, newId }): Fragment[] => [
      {
        sql: `insert into invites (token_hash, person_id, founds, expires_at) values (?, ?, true, ?::timestamptz)
          on conflict (founds) where founds do update
          set token_hash = excluded.token_hash, person_id = excluded.person_id, expires_at = excluded.expires_at, used_at = null`,
        values: [tokenHash, newId(), later(now, HOURS * 3600)],
      },
    ],
  });
