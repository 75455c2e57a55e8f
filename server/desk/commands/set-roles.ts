import { desk } from '@firstline/contract/desk.ts';
import type { PersonEvent } from '@firstline/domain/desk/person.ts';
import { leaving } from '@firstline/domain/desk/rules/index.ts';
import { command } from '../../platform/command.ts';
import { leavingFacts } from '../leaving-facts.ts';

export const setRoles = command({
  spec: desk.setRoles,
  facts: (read, { input }) => leavingFacts(read, input.personId, input.roles.includes('administrator')),
  rules: leaving,
  decide: ({ person }, { input: { roles } }): PersonEvent[] =>
    isSame(person.roles, roles) ? [] : [{ type: 'person.rolesSet', personId: person.id, roles: [...new Set(roles)] }],
});

const isSame = (known: readonly string[], wanted: readonly string[]): boolean =>
  [...known].sort().join() === [...new Set(wanted)].sort().join();
