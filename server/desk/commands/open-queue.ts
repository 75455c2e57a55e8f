import { desk } from '@firstline/contract/desk.ts';
import type { QueueEvent } from '@firstline/domain/desk/queue.ts';
import { naming } from '@firstline/domain/desk/rules/index.ts';
import { command } from '../../platform/command.ts';
import { whichQueueHas } from '../which-queue-has.ts';

export const openQueue = command({
  spec: desk.openQueue,
  facts: (read, { input }) => whichQueueHas(read, input),
  rules: naming,
  decide: (_, { input: { name, address }, newId }): QueueEvent[] => [
    { type: 'queue.opened', queueId: newId(), name: name.trim(), ...(address && { address }) },
  ],
});
