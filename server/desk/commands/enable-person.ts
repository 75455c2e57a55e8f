import { desk } from '@firstline/contract/desk.ts';
import type { Person, PersonEvent } from '@firstline/domain/desk/person.ts';
import { joining, type Joining } from '@firstline/domain/desk/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { personStore } from '../stores.ts';
import { whoElseHas } from '../who-else-has.ts';

export const enablePerson = command({
  spec: desk.enablePerson,
  facts: async (read, { input }): Promise<(Joining & { person: Person }) | typeof NOT_THERE> => {
    const person = await read.take<Person>(personStore, input.personId);
    return person ? { person, ...(await whoElseHas(read, person, person.id)) } : NOT_THERE;
  },
  rules: joining,
  decide: ({ person }): PersonEvent[] =>
    person.status === 'active' ? [] : [{ type: 'person.enabled', personId: person.id }],
});
