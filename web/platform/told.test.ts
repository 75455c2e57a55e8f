import { expect, test } from 'vitest';
import { setClockOffset } from '../ui/now.ts';
import { setHabits } from './time.ts';
import { toldHere } from './told.ts';

test('R-044 Who has the task is told by the clock on the wall', () => {
  setHabits({ zone: 'Europe/Berlin' });
  setClockOffset(Date.parse('2026-11-21T22:30:00Z') - Date.now());
  const [told] = toldHere([{ rule: 'task-is-free', says: 'Gone.', level: 'enforced', because: 'Ana has held it since 2026-11-21 21:58 UTC.' }]);
  expect(told?.because).toBe('Ana has held it since 22:58.');
  expect(toldHere([{ rule: 'x', says: 'X.', level: 'warned' }])).toEqual([{ rule: 'x', says: 'X.', level: 'warned' }]);
});
