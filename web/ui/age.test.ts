import { expect, test } from 'vitest';
import { bandOf } from './age.tsx';

const NOW = Date.parse('2026-03-12T09:24:00Z');
const old = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

test.each([
  [0, 'fresh'],
  [59, 'fresh'],
  [60, 'standard'],
  [240, 'standard'],
  [241, 'prioritise'],
  [24 * 60, 'prioritise'],
  [24 * 60 + 1, 'urgent'],
])('R-048 a task that is %i minutes old is %s', (minutes, band) => expect(bandOf(old(minutes), NOW)).toBe(band));

test('R-048 an installation may set its own hours', () => expect(bandOf(old(61), NOW, { standard: 0.5, prioritise: 1, urgent: 2 })).toBe('prioritise'));
