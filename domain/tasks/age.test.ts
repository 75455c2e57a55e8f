import { expect, test } from 'vitest';
import { ageBand } from './age.ts';

const OPENED = '2026-03-02T09:00:00.000Z';

test.each([
  ['2026-03-02T08:59:59.000Z', 'fresh'],
  ['2026-03-02T09:59:59.999Z', 'fresh'],
  ['2026-03-02T10:00:00.000Z', 'standard'],
  ['2026-03-02T13:00:00.000Z', 'standard'],
  ['2026-03-02T13:00:00.001Z', 'prioritise'],
  ['2026-03-03T09:00:00.000Z', 'prioritise'],
  ['2026-03-03T09:00:00.001Z', 'urgent'],
  ['2027-03-03T09:00:00.000Z', 'urgent'],
])('R-048 A task opened at nine is at %s %s', (now, band) => expect(ageBand(OPENED, now)).toBe(band));

test('R-048 Ages are compared as times, whatever zone they are written in', () =>
  expect(ageBand('2026-03-02T10:00:00+01:00', '2026-03-02T09:30:00Z')).toBe('fresh'));
