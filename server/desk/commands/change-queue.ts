import { desk } from '@firstline/contract/desk.ts';
import type { Queue } from '@firstline/domain/desk/queue.ts';
import { naming, type Naming } from '@firstline/domain/desk/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { queueChanges } from '../queue-changes.ts';
import { queueStore } from '../stores.ts';
import { whichQueueHas } from '../which-queue-has.ts';

/** Whole or not at all: of what a page asks for together, nothing stays half done. */
export const changeQueue = command({
  spec: desk.changeQueue,
  facts: async (read, { input: { queueId, name, address } }): Promise<(Naming & { queue: Queue }) | typeof NOT_THERE> => {
    const queue = await read.take<Queue>(queueStore, queueId);
    return queue ? { queue, ...(await whichQueueHas(read, { name, address: address ?? undefined }, queue.id)) } : NOT_THERE;
  },
  rules: naming,
  decide: ({ queue }, { input }) => queueChanges(queue, input),
});
