import { expect, test } from 'vitest';
import { estimatedOpinion, rating } from './e-model.ts';

const call = { codec: 'pcmu', delayMs: 50, lost: 0 } as const;

test('R is what ITU-T G.107 gives: 93.2 for a perfect line, its table for delays, half of 95 where loss equals Bpl', () => {
  expect(rating(call)).toBeCloseTo(93.2, 5);
  expect(93.2 - rating({ ...call, delayMs: 200 })).toBeCloseTo(25 * (2 ** (1 / 6) - 3 * (1 + (1 / 3) ** 6) ** (1 / 6) + 2), 5);
  expect(93.2 - rating({ ...call, lost: 0.251 })).toBeCloseTo(47.5, 5);
});

test('R 93.2 is an opinion of 4.41, R 80 of 4.03, R 60 of 3.1 (G.107, Annex B)', () => {
  expect(estimatedOpinion(call)).toBeCloseTo(4.41, 2);
  const lossFor = (R: number) => (25.1 * (93.2 - R)) / (95 - (93.2 - R)) / 100;
  expect(estimatedOpinion({ ...call, lost: lossFor(80) })).toBeCloseTo(4.03, 1);
  expect(estimatedOpinion({ ...call, lost: lossFor(60) })).toBeCloseTo(3.1, 1);
});

test('more loss and more delay never make a call better, and the worst is 1', () => {
  const byLoss = [0, 0.01, 0.05, 0.1, 0.3, 1].map((lost) => estimatedOpinion({ ...call, lost }));
  const byDelay = [0, 100, 150, 300, 600, 2000].map((delayMs) => estimatedOpinion({ ...call, delayMs }));
  for (const row of [byLoss, byDelay]) expect(row).toEqual(row.toSorted((a, b) => b - a));
  expect(estimatedOpinion({ ...call, lost: 1, delayMs: 5000 })).toBe(1);
});
