import { expect, test } from 'vitest';
import type { AnswerOf } from '../platform/doors.ts';
import type { LiveEntry } from '../platform/live-cache.ts';
import { evolveHistory } from './history-live.ts';

const known: AnswerOf<'tasks.history'> = {
  events: [{ type: 'task.opened', at: '2026-01-01T09:00:00.000Z', by: 'system', seq: 1, event: { type: 'task.opened', taskId: 't1', conversationId: 'v1', version: 1 } }],
  names: { system: 'The desk', ana: 'Ana Reyes' },
};
const entry = (kind: string, id: string, version: number, event: object): LiveEntry =>
  ({ seq: 9, kind, id, event: { at: '2026-01-01T10:05:00.000Z', by: 'ana', version, ...event } }) as unknown as LiveEntry;
const hear = (...entries: LiveEntry[]) => entries.reduce((so, each) => evolveHistory(so.data, each, { taskId: 't1' }), { data: known } as ReturnType<typeof evolveHistory>);
const typesOf = ({ data }: ReturnType<typeof evolveHistory>) => data.events.map(({ type }) => type);

test('R-165 Each appointment of a task joins its history, once; those of others do not', () => {
  const booked = (appointmentId: string, taskId = 't1') => entry('appointment', appointmentId, 1, { type: 'appointment.booked', appointmentId, taskId });
  const cancelled = entry('appointment', 'a1', 2, { type: 'appointment.cancelled', appointmentId: 'a1', taskId: 't1' });
  expect(typesOf(hear(booked('a1'), booked('a1'), booked('a2'), cancelled, booked('a3', 't2')))).toEqual(['task.opened', 'appointment.booked', 'appointment.booked', 'appointment.cancelled']);
});

test('R-169 Whom an entry calls upon is named as soon as the desk was asked', () => {
  const called = (personId: string) => entry('task', 't1', 2, { type: 'task.mentioned', taskId: 't1', noteId: 'n1', personId });
  expect(hear(called('ana')).again).toBeUndefined();
  expect(hear(called('ben'))).toMatchObject({ again: 'soon', data: { events: [{}, { type: 'task.mentioned' }] } });
});
