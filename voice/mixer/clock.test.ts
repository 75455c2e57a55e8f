import { expect, test } from 'vitest';
import { startClock, type Ticked } from './clock.ts';

/** A machine whose time the test turns on; each tick may take some of it. */
const machine = () => {
  let now = 1000;
  let waiting: { at: number; wake: () => void } | undefined;
  return {
    now: () => now,
    later: (ms: number, wake: () => void) => {
      waiting = { at: now + ms, wake };
      return () => (waiting = undefined);
    },
    works: (ms: number) => (now += ms),
    /** Time goes on; the timer is woken so much later than it asked for. */
    passes: (ms: number, sleptIn = 0) => {
      const until = now + ms;
      while (waiting && waiting.at <= until) {
        const { at, wake } = waiting;
        waiting = undefined;
        now = Math.max(now, at) + sleptIn;
        wake();
      }
      now = Math.max(now, until);
    },
    isWaiting: () => waiting !== undefined,
  };
};

test('fifty ticks fall in a second, 20 ms apart', () => {
  const here = machine();
  const ticks: number[] = [];
  startClock(here, (at) => ticks.push(at));
  here.passes(1000);
  expect(ticks).toHaveLength(50);
  expect(new Set(ticks.slice(1).map((at, i) => at - ticks[i]!))).toEqual(new Set([20]));
});

test('a machine that was away for 100 ms makes up the ticks at once, and each says how late it was', () => {
  const here = machine();
  const how: Ticked[] = [];
  startClock(here, () => undefined, (ticked) => how.push(ticked));
  here.passes(20, 100);
  expect(how.map(({ lateMs }) => lateMs)).toEqual([100, 80, 60, 40, 20, 0]);
});

test('a second away is not made up for: the call goes on where it is', () => {
  const here = machine();
  let ticks = 0;
  startClock(here, () => (ticks += 1));
  here.passes(20, 1000);
  expect(ticks).toBe(11);
});

test('what a tick takes is told, and a stopped clock asks for nothing more', () => {
  const here = machine();
  const how: Ticked[] = [];
  const clock = startClock(here, () => here.works(3), (ticked) => how.push(ticked));
  here.passes(40);
  expect(how.every(({ workMs }) => workMs === 3)).toBe(true);
  clock.stop();
  expect(here.isWaiting()).toBe(false);
});

test('a machine that is too slow for its calls leaves sound out, and still hears what is said to it between the ticks', () => {
  const here = machine();
  let [ticks, breaths] = [0, 0];
  const { later } = here;
  here.later = (ms, wake) => later(ms, () => {
    breaths += 1;
    wake();
  });
  startClock(here, () => {
    here.works(30);
    if ((ticks += 1) > 1000) throw new Error('It never breathes.');
  });
  here.passes(3000);
  expect(ticks).toBeLessThanOrEqual(101);
  expect(ticks).toBeGreaterThan(90);
  expect(breaths).toBeGreaterThan(40);
});
