import { expect, test } from 'vitest';
import { createLateness } from './lateness.ts';
import { createRefusing } from './refusing.ts';

/** Says, second by second, whether a call would be refused; each second has so many late ticks. */
const answers = (...late: number[]) => {
  const { shouldRefuse } = createRefusing();
  let lateTicks = 0;
  return late.map((more) => shouldRefuse({ lateTicks: (lateTicks += more), load: 0.3 }));
};
const said = (refusals: boolean[]) => refusals.map((refused) => (refused ? 'x' : '.')).join('');

test('one hiccup, however long, refuses nobody; being late a third time in ten seconds does', () => {
  expect(said(answers(0, 40, 0, 0, 1, 0, 0))).toBe('.......');
  expect(said(answers(0, 1, 0, 1, 0, 1, 0))).toBe('.....xx');
  expect(said(answers(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1))).toBe('...........');
});

test('it takes calls again only after five calm seconds, so that it does not flutter', () => {
  expect(said(answers(9, 9, 9, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0))).toBe('..xxxxxxxxxx..');
});

test('a mixer that has no time left refuses at once, even while it is punctual, and takes calls again when it has some', () => {
  const { shouldRefuse } = createRefusing();
  expect([0.6, 0.8, 0.6, 0.5, 0.5, 0.5, 0.5, 0.5].map((load) => shouldRefuse({ lateTicks: 0, load }))).toEqual([false, true, true, true, true, true, true, false]);
});

test('lateness is that of the last ten seconds, and late ticks are counted for good', () => {
  const lateness = createLateness();
  for (let tick = 0; tick < 600; tick += 1) lateness.note({ due: 0, lateMs: tick < 20 ? 90 : 2, workMs: 4 });
  expect(lateness.measures()).toMatchObject({ ticks: 500, lateTicks: 20, p50Ms: 2, p99Ms: 2, worstMs: 2 });
  expect(lateness.measures().load).toBeCloseTo(0.2, 5);
  for (let tick = 0; tick < 6; tick += 1) lateness.note({ due: 0, lateMs: 50, workMs: 4 });
  expect(lateness.measures()).toMatchObject({ lateTicks: 26, p99Ms: 50, worstMs: 50 });
});
