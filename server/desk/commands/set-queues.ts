import { desk } from '@firstline/contract/desk.ts';
import type { PersonEvent } from '@firstline/domain/desk/person.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { areQueues } from '../are-queues.ts';
import { personStore } from '../stores.ts';

export const setQueues = command({
  spec: desk.setQueues,
  facts: async (read, { input }) =>
    (await areQueues(read, input.queueIds)) ? ((await read.take(personStore, input.personId)) ?? NOT_THERE) : NOT_THERE,
  rules: [],
  decide: (person, { input: { queueIds } }): PersonEvent[] => [
    { type: 'person.queuesSet', personId: person.id, queueIds: [...new Set(queueIds)] },
  ],
});
