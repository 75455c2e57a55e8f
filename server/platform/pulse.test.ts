import { expect, test } from 'vitest';
import { pulse } from './pulse.ts';

/** A clock that stands until somebody rests: that takes no time here. */
const handed = () => {
  const clock = { at: 0, rested: [] as number[] };
  return { clock, pace: { now: () => clock.at, pause: (ms: number) => (clock.rested.push(ms), (clock.at += ms), Promise.resolve()) } };
};

test('P2 a pulse that did much rests twice as long as its beat took, so what comes meanwhile goes together; after little it goes on at once', async () => {
  const { clock, pace } = handed();
  const left = [3, 5, 1, 0];
  const beats: number[] = [];
  const { nudge, stop } = pulse(
    () => {
      beats.push(clock.at);
      const took = left.shift() ?? 0;
      clock.at += took;
      return Promise.resolve(took > 1 ? 'much' : took > 0);
    },
    () => undefined,
    { rest: 2, clock: pace },
  );
  nudge();
  await new Promise((turn) => setImmediate(turn));
  await stop();
  expect({ beats, rested: clock.rested }).toEqual({ beats: [0, 9, 24, 25], rested: [6, 10] });
});

test('a nudge during a beat leads to one more, and a pulse without rest does not wait', async () => {
  let beats = 0;
  const { nudge, stop } = pulse(
    async () => {
      beats += 1;
      if (beats === 1) [1, 2, 3].forEach(nudge);
      await Promise.resolve();
      return false;
    },
    () => undefined,
  );
  nudge();
  await new Promise((turn) => setImmediate(turn));
  await stop();
  expect(beats).toBe(2);
});
