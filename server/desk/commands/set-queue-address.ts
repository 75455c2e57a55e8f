import { desk } from '@firstline/contract/desk.ts';
import type { Queue } from '@firstline/domain/desk/queue.ts';
import { naming, type Naming } from '@firstline/domain/desk/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { queueChanges } from '../queue-changes.ts';
import { queueStore } from '../stores.ts';
import { whichQueueHas } from '../which-queue-has.ts';

export const setQueueAddress = command({
  spec: desk.setQueueAddress,
  facts: async (read, { input }): Promise<(Naming & { queue: Queue }) | typeof NOT_THERE> => {
    const queue = await read.take<Queue>(queueStore, input.queueId);
    return queue ? { queue, ...(await whichQueueHas(read, { address: input.address }, queue.id)) } : NOT_THERE;
  },
  rules: naming,
  decide: ({ queue }, { input: { address = null } }) => queueChanges(queue, { address }),
});
