import type { Me } from '@firstline/contract/desk.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearNews } from './news.ts';
import { tellNews } from './tell-news.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const me = { person: { id: 'ana', name: 'Ana', initials: 'A', roles: ['agent'], queueIds: ['q1'] }, house: null, queues: [], build: '', url: '' } as unknown as Me;
const standing: string[] = [];
const say = (sentence: string) => {
  standing.push(sentence);
  return () => void standing.splice(0);
};
const comesIn = (taskId: string, customerName: string) => {
  const personal = { subject: 'Heat', customerName, summary: { lines: [] }, subTasks: [] };
  const news = hearNews({ event: { type: 'task.opened', taskId, queueId: 'q1', taskType: 'inquiry', at: '2026-01-01T10:00:00.000Z', by: 'system', version: 1, personal } } as never, me);
  if (news) tellNews(news, () => undefined, () => undefined, say);
};
const isTaken = (taskId: string) => hearNews({ event: { type: 'task.claimed', taskId } } as never, me);

test('R-049 The word of a new task goes once somebody has it, and of several once somebody has them all', () => {
  comesIn('t1', 'Dana');
  vi.advanceTimersByTime(1500);
  expect(standing).toEqual(['A new task requires attention: Dana']);
  isTaken('t1');
  expect(standing).toEqual([]);
  comesIn('t2', 'Eli');
  comesIn('t3', 'Fay');
  vi.advanceTimersByTime(1500);
  isTaken('t2');
  expect(standing).toHaveLength(1);
  isTaken('t3');
  expect(standing).toEqual([]);
});

test('R-049 Of a task that somebody had at once nothing is told, and what stands of another stays', () => {
  comesIn('t4', 'Gil');
  vi.advanceTimersByTime(1500);
  comesIn('t5', 'Hal');
  isTaken('t5');
  vi.advanceTimersByTime(1500);
  comesIn('t6', 'Ivy');
  expect(standing).toEqual(['A new task requires attention: Gil']);
});
