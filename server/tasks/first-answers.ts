import type { AttemptEvent } from '@firstline/domain/conversations/attempt.ts';
import type { MessageEvent } from '@firstline/domain/conversations/message.ts';
import { isVoice, voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { later } from '@firstline/domain/moment.ts';
import { answerShortAt } from '@firstline/domain/tasks/answer-target.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import type { Desk, RunningJob } from '../platform/desk.ts';
import { prepared } from '../platform/prepared.ts';
import { on } from '../platform/reaction.ts';
import { readerOf } from '../platform/reader.ts';
import { checkFirstAnswer } from './commands/check-first-answer.ts';
import { markContact } from './commands/mark-contact.ts';
import { markFirstAnswer } from './commands/mark-first-answer.ts';
import { taskStore } from './stores.ts';

type Opened = Recorded<Extract<TaskEvent, { type: 'task.opened' }>>;
type Sent = Recorded<Extract<MessageEvent, { type: 'message.sent' }>>;

/** A task is looked at when its time for an answer grows short, and when it is over. */
const answersAreDue = on<Opened>(
  'task.opened',
  'tasks.firstAnswerDue',
  async ({ taskId }, desk, job) => {
    await desk.run(checkFirstAnswer, { taskId }, voice('clock'), { commandId: job.commandId });
    const { reader } = readerOf(desk.pool);
    const task = await reader.take(taskStore, taskId);
    if (!task?.answerDueAt || task.status === 'closed' || task.answerMark === 'missed') return undefined;
    // Moments apart the clock of the job and that of the look may differ by a hair.
    const soonest = later(await reader.now(), 1);
    return { dueAt: task.answerDueAt > soonest ? task.answerDueAt : soonest };
  },
  {
    key: ({ taskId }) => `first-answer:${taskId}`,
    due: ({ at, answerDueAt }, policy) => (answerDueAt ? answerShortAt(at, answerDueAt, policy) : at),
  },
);

/** What a person sends is an answer once it has left, as of when they sent it; what the desk sends by itself is none. */
const messagesAnswer = on<Sent>('message.sent', 'tasks.firstAnswered', async ({ conversationId, messageId }, desk, job) => {
  const { rows } = await desk.pool.query<{ by: string; at: string }>(prepared('select by, at from messages where id = $1', [messageId]));
  const [message] = rows;
  if (!message || isVoice(message.by)) return;
  await answered(desk, conversationId, message.at, job);
  await contacted(desk, { conversationId, messageId, ...message }, job);
});

/** It is a contact as well, for the task that its writer held. */
const contacted = async (desk: Desk, mail: { conversationId: string; messageId: string; by: string; at: string }, { commandId }: RunningJob): Promise<void> => {
  const { rows } = await desk.pool.query<{ id: string }>(
    prepared(
      `select id from tasks join task_holds on task_id = id
         where conversation_id = $1 and person_id = $2 and since <= $3::timestamptz and (first_contact is null or (escalation is not null and escalation ->> 'answeredAt' is null))`,
      [mail.conversationId, mail.by, mail.at],
    ),
  );
  const { messageId, by, at } = mail;
  for (const { id } of rows) await desk.run(markContact, { taskId: id, messageId, by, at }, voice('system'), { commandId: `${commandId}/${id}/contact` });
};

/** So is a talk that was entered by hand. */
const talksAnswer = on<Recorded<AttemptEvent>>('attempt.logged', 'tasks.firstTalk', async ({ conversationId, result, at }, desk, job) => {
  if (result === 'reached') await answered(desk, conversationId, at, job);
});

const answered = async (desk: Desk, conversationId: string, at: string, { commandId }: RunningJob): Promise<void> => {
  const { rows } = await desk.pool.query<{ id: string }>(
    prepared('select id from tasks where conversation_id = $1 and answered_at is null and opened_at <= $2::timestamptz', [conversationId, at]),
  );
  for (const { id } of rows) await desk.run(markFirstAnswer, { taskId: id, at }, voice('system'), { commandId: `${commandId}/${id}` });
};

export const firstAnswerReactions = [answersAreDue, messagesAnswer, talksAnswer];
