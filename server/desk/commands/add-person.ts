import { desk } from '@firstline/contract/desk.ts';
import type { PersonEvent } from '@firstline/domain/desk/person.ts';
import { joining } from '@firstline/domain/desk/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { areQueues } from '../are-queues.ts';
import { whoElseHas } from '../who-else-has.ts';

export const addPerson = command({
  spec: desk.addPerson,
  facts: async (read, { input }) => ((await areQueues(read, input.queueIds)) ? whoElseHas(read, input) : NOT_THERE),
  rules: joining,
  decide: (_, { input: { name, email, initials, roles, queueIds }, newId }): PersonEvent[] => [
    {
      type: 'person.added',
      personId: newId(),
      roles: [...new Set(roles)],
      queueIds: [...new Set(queueIds)],
      personal: { name: name.trim(), email, initials },
    },
  ],
});
