import { expect, test } from 'vitest';
import { createLateness } from './lateness.ts';
import { createRefusing } from './refusing.ts';

/** Says, second by second, whether a call would be refused. */
const answers = (...p99s: number[]) => {
  const { shouldRefuse } = createRefusing();
  return p99s.map((p99Ms, second) => shouldRefuse({ p99Ms, load: 0.3 }, second * 1000));
};

test('a mixer that runs late refuses further calls at once', () => {
  expect(answers(5, 19, 21)).toEqual([false, false, true]);
});

test('it takes calls again only after five calm seconds, so that it does not flutter', () => {
  expect(answers(30, 15, 9, 9, 9, 15, 9, 9, 9, 9, 9, 9, 15)).toEqual([true, true, true, true, true, true, true, true, true, true, true, false, false]);
});

test('a mixer that has no time left refuses, even while it is punctual', () => {
  const { shouldRefuse } = createRefusing();
  expect(shouldRefuse({ p99Ms: 1, load: 0.6 }, 0)).toBe(false);
  expect(shouldRefuse({ p99Ms: 1, load: 0.8 }, 0)).toBe(true);
});

test('lateness is that of the last ten seconds, and late ticks are counted for good', () => {
  const lateness = createLateness();
  for (let tick = 0; tick < 600; tick += 1) lateness.note({ due: 0, lateMs: tick < 20 ? 90 : 2, workMs: 4 });
  expect(lateness.measures()).toMatchObject({ ticks: 500, lateTicks: 20, p50Ms: 2, p99Ms: 2, worstMs: 2 });
  expect(lateness.measures().load).toBeCloseTo(0.2, 5);
  for (let tick = 0; tick < 6; tick += 1) lateness.note({ due: 0, lateMs: 50, workMs: 4 });
  expect(lateness.measures()).toMatchObject({ lateTicks: 26, p99Ms: 50, worstMs: 50 });
});
