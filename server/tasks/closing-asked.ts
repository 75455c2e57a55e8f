import type { AttemptEvent } from '@firstline/domain/conversations/attempt.ts';
import type { MessageEvent } from '@firstline/domain/conversations/message.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { later } from '@firstline/domain/moment.ts';
import { prepared } from '../platform/prepared.ts';
import { on } from '../platform/reaction.ts';
import { askToClose } from './commands/ask-to-close.ts';

type Contact = Recorded<AttemptEvent | Extract<MessageEvent, { type: 'message.sent' }>>;

/** By what a contact of ours is known, and the name its clock goes by. That of mails is from when they counted as written: such jobs are still about. */
const CONTACTS = { 'message.sent': 'tasks.closingAsked:message.queued', 'attempt.logged': 'tasks.closingAsked:attempt.logged' } as const;

/** Each contact of ours winds the clock up anew: a task that then lies still is asked about. */
export const closingIsAsked = (['message.sent', 'attempt.logged'] as const).map((type) =>
  on<Contact>(
    type,
    CONTACTS[type],
    async ({ conversationId }, desk, { commandId }) => {
      const { rows } = await desk.pool.query<{ id: string }>(
        prepared(`select id from tasks where conversation_id = $1 and status = 'held'`, [conversationId]),
      );
      for (const { id } of rows) await desk.run(askToClose, { taskId: id }, voice('clock'), { commandId });
    },
    {
      key: ({ conversationId }) => `closing:${conversationId}`,
      due: ({ at }, policy) => later(at, policy.closePromptMinutes * 60),
    },
  ),
);
