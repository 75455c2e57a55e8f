import { desk } from '@firstline/contract/desk.ts';
import type { Queue, QueueEvent } from '@firstline/domain/desk/queue.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { queueStore } from '../stores.ts';

export const setQueueAcknowledgement = command({
  spec: desk.setQueueAcknowledgement,
  facts: async (read, { input }) => (await read.take<Queue>(queueStore, input.queueId)) ?? NOT_THERE,
  rules: [],
  decide: ({ id, acknowledgement }, { input }): QueueEvent[] => {
    const text = input.text?.trim() || undefined;
    return text === acknowledgement ? [] : [{ type: 'queue.acknowledgementSet', queueId: id, ...(text && { text }) }];
  },
});
