import type { Me } from '@firstline/contract/desk.ts';
import { expect, test } from 'vitest';
import type { LiveEntry } from '../platform/live-cache.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { TASK_TYPES } from '@firstline/domain/tasks/task-type.ts';
import { hearNews, newsNow, recallNews } from './news.ts';

const me = (more: object = {}): Me =>
  ({
    person: { id: 'ana', name: 'Ana', initials: 'A', roles: ['agent'], queueIds: ['q1'], ...more },
    house: null,
    queues: [
      { id: 'q1', version: 1, name: 'One', status: 'open', skills: [] },
      { id: 'q2', version: 1, name: 'Two', status: 'open', skills: ['gas'] },
    ],
    build: 'test',
    url: '',
  }) as Me;
const opened = (queueId = 'q1', personal: object | undefined = { subject: 'Heat', customerName: 'Dana', contact: { phone: '+1 555' }, summary: { lines: [{ says: 'Asks for a visit.' }] }, subTasks: [] }) =>
  ({ event: { type: 'task.opened', taskId: 't1', queueId, taskType: 'inquiry', at: '2026-01-01T10:00:00.000Z', by: 'system', version: 1, personal } }) as unknown as Pick<LiveEntry, 'event'>;

test('R-049 A new task is told on the screen with customer, phone, service and summary', () =>
  expect(hearNews(opened(), me())).toEqual({
    taskId: 't1',
    at: '2026-01-01T10:00:00.000Z',
    customerName: 'Dana',
    phone: '+1 555',
    address: undefined,
    service: 'Inquiry',
    summary: 'Asks for a visit.',
  }));

test('R-049 Nobody is told of a task that they may not take', () => {
  expect(hearNews(opened('q2'), me())).toBeUndefined();
  expect(hearNews(opened('q2'), me({ queueIds: ['q2'] }))).toBeUndefined();
  expect(hearNews(opened('q2'), me({ queueIds: ['q2'], skills: ['gas'] }))).toBeDefined();
  expect(hearNews(opened('q1', null as never), me())).toBeUndefined();
});

test('R-049 After a reload the bell has what came in during the shift and still waits, and nothing that somebody took meanwhile', () => {
  const now = Date.parse('2026-01-01T18:00:00.000Z');
  const card = (id: string, more: Partial<TaskCard> = {}) =>
    ({ id, status: 'waiting', openedAt: '2026-01-01T12:00:00.000Z', customerName: 'Kim', taskType: 'inquiry', subject: 'Heat', summary: { lines: [] }, ...more }) as unknown as TaskCard;
  hearNews({ event: { type: 'task.claimed', taskId: 't5' } } as never, me());
  recallNews([card('t1'), card('t2'), card('t3', { openedAt: '2026-01-01T09:59:00.000Z' }), card('t4', { status: 'escalated' }), card('t5'), card('t6', { openedAt: '2026-01-01T17:00:00.000Z' })], now, TASK_TYPES);
  expect(newsNow().map(({ taskId, customerName }) => [taskId, customerName])).toEqual([['t6', 'Kim'], ['t2', 'Kim'], ['t1', 'Dana']]);
  hearNews({ event: { type: 'task.claimed', taskId: 't6' } } as never, me());
  expect(newsNow().map(({ taskId }) => taskId)).toEqual(['t2', 't1']);
});
