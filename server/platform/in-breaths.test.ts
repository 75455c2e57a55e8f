import { expect, test } from 'vitest';
import { inBreaths } from './in-breaths.ts';

const handMoved = () => {
  let now = 0;
  let due: { at: number; run: () => void } | undefined;
  return {
    clock: {
      now: () => now,
      later: ((run: () => void, ms: number) => (due = { at: now + ms, run })) as unknown as typeof setTimeout,
      never: (() => (due = undefined)) as unknown as typeof clearTimeout,
    },
    pass: (ms: number) => {
      now += ms;
      const ready = due && due.at <= now ? due : undefined;
      if (ready) due = undefined;
      ready?.run();
    },
  };
};

test('What happens after a rest is told at once, and what happens while screens were just written to is told together, after as long a rest', () => {
  const { clock, pass } = handMoved();
  const told: number[][] = [];
  const telling = inBreaths<number>((all) => {
    told.push([...all]);
    pass(10);
  }, clock);

  telling.add([1]);
  telling.add([2]);
  pass(5);
  telling.add([3, 4]);
  expect(told).toEqual([[1]]);
  pass(5);
  expect(told).toEqual([[1], [2, 3, 4]]);
});

test('Whoever stops still hands on what waits', () => {
  const { clock, pass } = handMoved();
  const told: number[][] = [];
  const telling = inBreaths<number>((all) => {
    told.push([...all]);
    pass(10);
  }, clock);
  telling.add([1]);
  telling.add([2]);
  telling.stop();
  expect(told).toEqual([[1], [2]]);
});
