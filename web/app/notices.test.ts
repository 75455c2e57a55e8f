import type { Me } from '@firstline/contract/desk.ts';
import type { Role } from '@firstline/domain/desk/role.ts';
import { expect, test } from 'vitest';
import type { LiveEntry } from '../platform/live-cache.ts';
import { noticeFor } from './notices.ts';

const me = (id: string, ...roles: Role[]) => ({ person: { id, name: id, initials: '', roles, queueIds: [] }, house: null, queues: [], build: '', url: '' }) as unknown as Me;
const entry = (event: object, by = 'ana') => ({ seq: 1, kind: 'task', id: 't1', event: { taskId: 't1', by, version: 2, at: '', ...event } }) as unknown as LiveEntry;

test('R-219 The receiving team is told of an escalation, and neither other teams nor whoever escalated', () => {
  const up = entry({ type: 'task.escalated', teamId: 'account-team' });
  expect(noticeFor(up, me('lea', 'account-team'))).toEqual({ says: 'Escalated to Account team.', taskId: 't1' });
  expect(noticeFor(up, me('bo', 'back-office'))).toBeUndefined();
  expect(noticeFor(up, me('ana', 'account-team'))).toBeUndefined();
});

test('R-220 The team is reminded when an answer is due and when it is late', () => {
  const due = (isLate: boolean) => noticeFor(entry({ type: 'task.teamReminded', teamId: 'supervisors', isLate }, 'clock'), me('max', 'supervisor'))?.says;
  expect([due(false), due(true)]).toEqual(['A customer should hear from your team soon.', 'A customer has not heard from your team in time.']);
});

test('R-169 Whom a note calls upon is told, and nobody else', () => {
  const called = entry({ type: 'task.mentioned', personId: 'ben' });
  expect(noticeFor(called, me('ben', 'agent'))?.taskId).toBe('t1');
  expect(noticeFor(called, me('max', 'supervisor'))).toBeUndefined();
});
