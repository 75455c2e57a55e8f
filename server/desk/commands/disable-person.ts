import { desk } from '@firstline/contract/desk.ts';
import type { PersonEvent } from '@firstline/domain/desk/person.ts';
import { leaving } from '@firstline/domain/desk/rules/index.ts';
import { command } from '../../platform/command.ts';
import { leavingFacts } from '../leaving-facts.ts';
import { endInvite, endSessions } from '../sign-in/endings.ts';

export const disablePerson = command({
  spec: desk.disablePerson,
  facts: (read, { input }) => leavingFacts(read, input.personId),
  rules: leaving,
  decide: ({ person }): PersonEvent[] =>
    person.status === 'disabled' ? [] : [{ type: 'person.disabled', personId: person.id }],
  soft: ({ person }) => [endSessions(person.id), endInvite(person.id)],
});
