import { expect, test } from 'vitest';
import type { Role } from '../desk/role.ts';
import type { Recorded } from '../event.ts';
import { mayTake, teamFor, tierOf, type EscalationEvent } from './escalation.ts';
import { ESCALATION_REASONS, ESCALATION_TABLE, TEAMS, URGENCIES } from './escalation-lists.ts';
import { evolveTask, type Task, type TaskEvent } from './task.ts';

const lists = { teams: TEAMS, escalationTable: ESCALATION_TABLE };
const as = (...roles: Role[]) => ({ roles });

test('R-225 The table decides which team gets which kind of matter, and an installation may set another', () => {
  expect(ESCALATION_TABLE.map(({ id }) => [id, teamFor(id, as('agent'), lists)?.id])).toEqual([
    ['complaint', 'account-team'],
    ['billing', 'account-team'],
    ['pricing', 'account-team'],
    ['technical', 'supervisors'],
    ['other', 'account-team'],
  ]);
  const own = ESCALATION_TABLE.map((row) => (row.id === 'billing' ? { ...row, teamId: 'back-office' } : row));
  expect(teamFor('billing', as('agent'), { ...lists, escalationTable: own })?.id).toBe('back-office');
  const closed = TEAMS.map((team) => (team.id === 'account-team' ? { ...team, retired: true } : team));
  expect(teamFor('complaint', as('agent'), { ...lists, teams: closed })?.id).toBe('back-office');
});

test('R-212 Whoever stands in the team already escalates to the next one above, and a manager to nobody', () => {
  expect(teamFor('complaint', as('account-team'), lists)?.id).toBe('supervisors');
  expect(teamFor('complaint', as('agent', 'supervisor'), lists)?.id).toBe('managers');
  expect(teamFor('complaint', as('manager'), lists)).toBeUndefined();
  expect([tierOf(as('agent'), TEAMS), tierOf(as('administrator'), TEAMS), tierOf(as('manager'), TEAMS)]).toEqual([1, 1, 4]);
});

test('R-219 A team’s people and those above it take its tasks, a team beside it does not', () => {
  expect(TEAMS.map(({ role }) => mayTake(as(role), 'account-team', TEAMS))).toEqual([true, false, true, true]);
  expect(mayTake(as('agent'), 'account-team', TEAMS)).toBe(false);
});

test('R-217 The shipped reasons are the manager asked for, complaint, authority, billing and tries without success', () =>
  expect(ESCALATION_REASONS.map(({ id }) => id)).toEqual(['asked-for-manager', 'complaint', 'beyond-authority', 'complex-billing', 'tried-without-success']));

test('R-220 Urgent is the same day, standard two to three days, not urgent up to a week', () =>
  expect(URGENCIES.map(({ id, answerHours }) => [id, answerHours])).toEqual([['urgent', 8], ['standard', 72], ['non-urgent', 168]]));

const summary = { origin: 'built-in' as const, lines: [], chips: [], messages: 1 };
const recorded = (event: TaskEvent, version: number, by = 'ana') =>
  ({ ...event, by, version, at: new Date(Date.UTC(2026, 2, 2, 9, version)).toISOString() }) as Recorded<TaskEvent>;
const waiting = evolveTask(undefined, recorded({ type: 'task.opened', taskId: 't1', customerId: 'c1', conversationId: 'v1', queueId: 'q1', taskType: 'inquiry', rank: 30, channel: 'email', personal: { subject: 'Boiler', customerName: 'Dana', summary, subTasks: [] } } as TaskEvent, 1));
const escalated: EscalationEvent = { type: 'task.escalated', taskId: 't1', queueId: 'q1', category: 'billing', reason: 'complex-billing', contactBy: 'call', urgency: 'urgent', teamId: 'account-team', warnAt: '2026-03-02T15:00:00.000Z', answerBy: '2026-03-02T17:00:00.000Z', wasWaiting: true, personal: { issue: 'Charged twice' } };
const after = (...events: EscalationEvent[]): Task => events.reduce((task, event, n) => evolveTask(task, recorded(event, n + 2)), waiting);

test('R-215 An escalation keeps kind, reason, issue, what was tried, urgency and how the customer wants to be reached', () =>
  expect(after(escalated)).toMatchObject({
    status: 'escalated',
    teamId: 'account-team',
    answerBy: '2026-03-02T17:00:00.000Z',
    escalation: { category: 'billing', reason: 'complex-billing', contactBy: 'call', urgency: 'urgent', issue: 'Charged twice', by: 'ana' },
  }));

test('R-220 Once the team has turned to the customer, no answer is due any more', () => {
  const task = after(escalated, { type: 'task.teamAnswered', taskId: 't1' });
  expect([task.answerBy, task.escalation?.answeredAt]).toEqual([undefined, '2026-03-02T09:03:00.000Z']);
});

test('R-219 What a team hands back waits for the front line again, with its word as a note', () => {
  const task = after(escalated, { type: 'task.handedBack', taskId: 't1', queueId: 'q1', noteId: 'n1', personal: { remark: 'Refunded. Please book the visit.' } });
  expect([task.status, task.teamId, task.answerBy, task.escalation]).toEqual(['waiting', undefined, undefined, undefined]);
  expect(task.notes).toMatchObject([{ by: 'ana', discussed: 'Refunded. Please book the visit.' }]);
});
