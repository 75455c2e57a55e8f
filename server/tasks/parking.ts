import type { MessageEvent } from '@firstline/domain/conversations/message.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import type { HoldingEvent } from '@firstline/domain/tasks/holding-events.ts';
import { prepared } from '../platform/prepared.ts';
import { on } from '../platform/reaction.ts';
import { comeBack } from './commands/come-back.ts';
import { offerToAll } from './commands/offer-to-all.ts';

type Happened<Type extends HoldingEvent['type']> = Recorded<Extract<HoldingEvent, { type: Type }>>;
type Received = Recorded<Extract<MessageEvent, { type: 'message.received' }>>;

/** An answer brings the task back; a machine's auto-reply is no answer. */
const answersBringBack = on<Received>('message.received', 'tasks.answerBringsBack', async (event, desk, { commandId }) => {
  if (event.automatic) return;
  const { rows } = await desk.pool.query<{ id: string }>(
    prepared(`select id from tasks where conversation_id = $1 and status = 'parked'`, [event.conversationId]),
  );
  for (const { id } of rows) await desk.run(comeBack, { taskId: id, cause: 'reply' as const }, voice('system'), { commandId });
});

const dueTasksComeBack = on<Happened<'task.parked'>>(
  'task.parked',
  'tasks.parkedIsDue',
  async ({ taskId }, desk, { commandId }) => {
    await desk.run(comeBack, { taskId, cause: 'due' as const }, voice('clock'), { commandId });
  },
  { key: ({ taskId }) => `parked:${taskId}`, due: ({ until }) => until },
);

const reservedTasksAreForAll = on<Happened<'task.cameBack'>>(
  'task.cameBack',
  'tasks.reservedIsOver',
  async ({ taskId }, desk, { commandId }) => {
    await desk.run(offerToAll, { taskId }, voice('clock'), { commandId });
  },
  { key: ({ taskId }) => `reserved:${taskId}`, due: ({ reservedUntil, at }) => reservedUntil ?? at },
);

export const parkingReactions = [answersBringBack, dueTasksComeBack, reservedTasksAreForAll];
