import { expect, test } from 'vitest';
import { superviseVoice, type VoiceChild } from './supervise.ts';
import type { FromProcess } from './process/words.ts';

/** A media process that speaks when told to, and a clock whose timers may come late. */
const watched = () => {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  let say: (word: FromProcess) => void = () => {};
  let killed = 0;
  const child: VoiceChild = { send: () => {}, onWord: (take) => void (say = take), onExit: () => {}, kill: () => void (killed += 1) };
  superviseVoice(() => child, {
    now: () => now,
    wall: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
  });
  say({ ready: true });
  return {
    killed: () => killed,
    beats: () => say({ pulse: { legs: 0, isLate: false, lateP99Ms: 0, lateTicks: 0, load: 0, memoryMb: 0, heapMb: 0, open: 0, poorLegs: 0 } }),
    /** So much time at once: whatever was due meanwhile comes only now. */
    leap: (ms: number) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
};

test('a media process that is silent for ten seconds is ended, one that beats is not', () => {
  const { beats, leap, killed } = watched();
  for (let second = 0; second < 10; second += 1) {
    beats();
    leap(1000);
  }
  expect(killed()).toBe(0);
  leap(9000);
  expect(killed()).toBe(1);
});

test('a desk that was away itself listens again before it ends anybody', () => {
  const { beats, leap, killed } = watched();
  leap(12_000);
  expect(killed()).toBe(0);
  beats();
  leap(9900);
  expect(killed()).toBe(0);
  leap(100);
  expect(killed()).toBe(1);
});
