import { desk } from '@firstline/contract/desk.ts';
import type { Queue } from '@firstline/domain/desk/queue.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { queueChanges } from '../queue-changes.ts';
import { queueStore } from '../stores.ts';

export const setQueueNeeds = command({
  spec: desk.setQueueNeeds,
  facts: async (read, { input }) => (await read.take<Queue>(queueStore, input.queueId)) ?? NOT_THERE,
  rules: [],
  decide: (queue, { input: { queueId: _, ...needs } }) => queueChanges(queue, { needs }),
});
