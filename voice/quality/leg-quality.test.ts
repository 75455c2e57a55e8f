import { expect, test } from 'vitest';
import { farPhone, humming, pcmu } from '@firstline/testing/voice/far-phone.ts';
import { seeded } from '@firstline/testing/voice/seeded.ts';
import { createMixer } from '../mixer/mixer.ts';
import { qualityOf } from './leg-quality.ts';

/** A leg after ten seconds on a network that loses a share of its packets. */
const afterTenSeconds = (loss: number) => {
  const chance = seeded(5);
  const mixer = createMixer({ chance: () => 0.5 });
  const phone = farPhone(pcmu, humming(440));
  let report: Parameters<typeof phone.transport.onReport>[0] = () => undefined;
  mixer.join('call', { leg: 'caller', side: 'customer', transport: { ...phone.transport, onReport: (take) => (report = take) } });
  for (let tick = 0; tick < 500; tick += 1) {
    const packet = phone.next(tick * 20);
    if (chance() >= loss) phone.arrives(packet);
    mixer.tick((tick + 1) * 20);
  }
  return { member: mixer.member('caller')!, report };
};

test('R-118 What a leg sounds like is told in plain figures: loss, buffer, jitter and an estimated opinion', () => {
  const [good, bad] = [0, 0.1].map((loss) => qualityOf(afterTenSeconds(loss).member).in);
  expect(good).toMatchObject({ lost: 0, missing: 0, concealedMs: 0 });
  expect(good!.opinion).toBeGreaterThan(4.3);
  expect(bad!.lost).toBeCloseTo(0.1, 1);
  expect(bad!.missing).toBeCloseTo(0.1, 1);
  expect(bad!.opinion).toBeLessThan(3.5);
});

test('of the way out nothing is said until the far side reports', () => {
  const { member, report } = afterTenSeconds(0);
  expect(qualityOf(member).out).toBeUndefined();
  report({ lost: 0.05, jitterMs: 10, roundTripMs: 80 });
  expect(qualityOf(member).out).toMatchObject({ lost: 0.05, roundTripMs: 80 });
  expect(qualityOf(member).out!.opinion).toBeLessThan(4);
});
