import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { humanSigns, reporter } from './stay-active.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('R-084 The first sign of life is told at once, many in a row once in five seconds, and the last is never lost', () => {
  const told: number[] = [];
  const { sign } = reporter(5000, (ago) => told.push(ago));
  sign();
  expect(told).toEqual([0]);
  for (let n = 0; n < 10; n += 1) {
    vi.advanceTimersByTime(100);
    sign();
  }
  expect(told).toEqual([0]);
  vi.advanceTimersByTime(4000);
  // Four seconds after the last sign, five after the report before.
  expect(told).toEqual([0, 4000]);
  vi.advanceTimersByTime(60_000);
  expect(told).toHaveLength(2);
});

test('A report that still waits goes nowhere once the task is let go', () => {
  const told: number[] = [];
  const { sign, stop } = reporter(5000, (ago) => told.push(ago));
  sign();
  vi.advanceTimersByTime(10);
  sign();
  stop();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([0]);
});

test('R-085 Scrolling by hand is a sign of life; a page that scrolls or moves under the pointer is none', () => {
  const isHuman = humanSigns();
  const move = { type: 'pointermove', screenX: 4, screenY: 9 };
  expect(isHuman({ type: 'scroll' })).toBe(false);
  expect([isHuman(move), isHuman(move), isHuman({ ...move, screenX: 5 })]).toEqual([true, false, true]);
  expect([isHuman({ type: 'pointerdown' }), isHuman({ type: 'scroll' }), isHuman({ type: 'pointerup' }), isHuman({ type: 'scroll' })]).toEqual([true, true, true, false]);
  expect([isHuman({ type: 'keydown' }), isHuman({ type: 'wheel' })]).toEqual([true, true]);
});
