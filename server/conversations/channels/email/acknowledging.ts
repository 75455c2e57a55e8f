import type { MessageEvent } from '@firstline/domain/conversations/message.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { on } from '../../../platform/reaction.ts';
import { acknowledge } from '../../commands/acknowledge.ts';

type Received = Recorded<Extract<MessageEvent, { type: 'message.received' }>>;

/** Whoever writes may hear at once that their mail came in. */
export const mailIsAcknowledged = on<Received>('message.received', 'conversations.acknowledge', async ({ channel, messageId, automatic = false }, desk, { commandId }) => {
  if (channel !== 'email') return;
  await desk.run(acknowledge, { messageId, automatic }, voice('system'), { commandId });
});
