import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import { oneTaskAtATime } from './one-task-at-a-time.ts';

const boiler = { id: 't1', subject: 'Boiler is cold' };
const roof = { id: 't2', subject: 'Roof leaks' };
const claimed = (held: { id: string; subject: string }[], tasksPerAgent = 1) => ({
  task: { id: 't9' },
  held,
  policy: { tasksPerAgent },
});

examples(oneTaskAtATime, {
  breaks: [claimed([boiler, roof], 2), claimed([boiler, roof]), claimed([{ id: 't3', subject: '' }]), claimed([boiler])],
  keeps: [claimed([{ id: 't9', subject: 'This very task' }]), claimed([boiler], 2), claimed([])],
});

test('R-035 The refusal names the task already held', () => {
  expect(oneTaskAtATime.because?.(claimed([boiler]))).toBe('You hold “Boiler is cold”.');
  expect(oneTaskAtATime.because?.(claimed([boiler, roof], 2))).toBe('You hold “Boiler is cold” and “Roof leaks”.');
  expect(oneTaskAtATime.because?.(claimed([{ id: 't3', subject: ' ' }]))).toBe('You hold “no subject”.');
});
