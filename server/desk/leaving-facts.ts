import type { Person } from '@firstline/domain/desk/person.ts';
import type { Leaving } from '@firstline/domain/desk/rules/index.ts';
import { NOT_THERE } from '../platform/command.ts';
import type { Reader } from '../platform/reader.ts';
import { personStore } from './stores.ts';

/**
 * The person, and whether another administrator remains without them. Whoever has a password counts on colleagues who have one.
 * One of those is held until the command has written: two administrators who remove each other at the same moment cannot both succeed.
 */
export const leavingFacts = async (
  read: Reader,
  personId: string,
  keepsKeys = false,
): Promise<Leaving | typeof NOT_THERE> => {
  const person = await read.take<Person>(personStore, personId);
  if (!person) return NOT_THERE;
  if (keepsKeys || !person.roles.includes('administrator')) return { person, keepsKeys, otherAdministrators: 0 };
  const others = await read.rows<{ id: string }>(
    `select id from people
     where status = 'active' and 'administrator' = any (roles) and id <> $1
       and (id in (select user_id from auth_accounts where password is not null)
            or $1 not in (select user_id from auth_accounts where password is not null))
     order by id`,
    [personId],
  );
  for (const { id } of others) {
    // Between the list and this look somebody may have removed them: what is held is what counts.
    const other = await read.take<Person>(personStore, id);
    if (other?.status === 'active' && other.roles.includes('administrator'))
      return { person, keepsKeys, otherAdministrators: others.length };
  }
  return { person, keepsKeys, otherAdministrators: 0 };
};
