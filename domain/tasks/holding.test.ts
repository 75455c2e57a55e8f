import { expect, test } from 'vitest';
import { saidTime, whoHolds } from './holding.ts';

test('R-044 A time is said in one zone, whatever zone it was written in', () =>
  expect(saidTime('2026-03-02T01:30:12+02:00')).toBe('2026-03-01 23:30 UTC'));

test('R-044 Who holds a task is said as far as it is known', () => {
  expect(whoHolds({ heldBy: 'ben' }, { id: 'ana' })).toBe('A colleague has held it.');
  expect(whoHolds({ heldBy: 'ben' }, { id: 'ana' }, 'Ben Okoye')).toBe('Ben Okoye has held it.');
  expect(whoHolds({ heldBy: 'ana' }, { id: 'ana' }, 'Ana Ruiz')).toBe('You hold it yourself.');
});
