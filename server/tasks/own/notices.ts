import { voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { NEW_TASK, noticeLines, type NoticeEvent, type NoticeOutcome } from '@firstline/domain/tasks/notice.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import type { Pool } from 'pg';
import { postNotice } from '../../conversations/index.ts';
import type { Config } from '../../platform/config.ts';
import type { Desk } from '../../platform/desk.ts';
import { prepared } from '../../platform/prepared.ts';
import { on } from '../../platform/reaction.ts';
import { settleNotice } from './settle-notice.ts';
import { tell } from './tell.ts';

type Place = Pick<Config, 'url'>;
type Opened = Recorded<Extract<TaskEvent, { type: 'task.opened' }>>;
type Queued = Recorded<Extract<NoticeEvent, { type: 'notice.queued' }>>;

// A desk is known by its pool: reactions are written down once and serve every desk of the process.
const places = new WeakMap<Pool, Place>();

/** Where a link in a mail leads. */
export const useNotices = (desk: Pick<Desk, 'pool'>, place: Place): void => void places.set(desk.pool, place);

const newTasksAreTold = on<Opened>('task.opened', 'tasks.tell', async ({ taskId }, desk, { commandId }) => {
  await desk.run(tell, { taskId }, voice('system'), { commandId });
});

/** It may go twice when a node dies over it, with the same Message-ID; that is better here than not at all. */
const noticesGo = on<Queued>('notice.queued', 'tasks.sendNotice', async (event, desk, { commandId, attempts }) => {
  const { outcome, cause } = await sent(event, desk, attempts);
  await desk.run(settleNotice, { noticeId: event.noticeId, outcome, ...(cause && { cause }) }, voice('system'), { commandId: `${commandId}/settle` });
});

const MOST_TRIES = 4;

const sent = async (event: Queued, desk: Desk, attempts: number): Promise<{ outcome: NoticeOutcome; cause?: string }> => {
  const { rows } = await desk.pool.query<{ status: string }>(prepared('select status from tasks where id = $1', [event.taskId]));
  if (rows[0]?.status !== 'waiting') return { outcome: 'called-off' };
  const { url = '' } = places.get(desk.pool) ?? {};
  const posted = await postNotice(desk, {
    id: event.noticeId,
    at: event.at,
    to: event.personal.to,
    subject: NEW_TASK,
    text: wordsOf(event, url),
  });
  if (!('says' in posted)) return { outcome: posted.went === 'taken' ? 'sent' : 'called-off' };
  if (posted.went === 'troubled' && attempts < MOST_TRIES) throw new Error(posted.says);
  return { outcome: posted.went === 'unknown' ? 'unknown' : 'failed', cause: posted.says.slice(0, 500) };
};

/** A customer's words stand on one line each, so that nobody can write a link of their own below ours. */
const wordsOf = ({ taskId, personal: { task } }: Queued, url: string): string =>
  [
    `${NEW_TASK}.`,
    '',
    ...noticeLines(task).map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ').slice(0, 500)}`),
    '',
    `Claim it: ${url}/tasks/${encodeURIComponent(taskId)}`,
    '',
  ].join('\n');

export const noticeReactions = [newTasksAreTold, noticesGo];
