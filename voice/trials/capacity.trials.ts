import { loadavg } from 'node:os';
import type { LegCodec } from '../media-transport.ts';
import { farPhone, humming, opus, pcmu } from '@firstline/testing/voice/far-phone.ts';
import { createMixer } from '../mixer/mixer.ts';

/**
 * What mixing costs, without a network: legs in rooms of two, each of whom hums all the time. One core does it all.
 * Counted is the time that was charged, which a busy machine stretches less than the clock on the wall.
 */
const LEGS = 20;
const TICKS = 500;

const measure = (codec: LegCodec, recorded: boolean) => {
  const mixer = createMixer();
  const phones = Array.from({ length: LEGS }, (_, i) => {
    const phone = farPhone(codec, humming(300 + 40 * i));
    mixer.join(`call ${i >> 1}`, { leg: `${i}`, side: i % 2 === 0 ? 'customer' : 'staff', transport: phone.transport });
    return phone;
  });
  if (recorded) for (let call = 0; call < LEGS / 2; call += 1) mixer.record(`call ${call}`, { write: () => undefined });
  const packets = phones.map((phone) => Array.from({ length: TICKS }, (_, i) => phone.next(i * 20)));
  const before = process.cpuUsage();
  const costs: number[] = [];
  for (let tick = 0; tick < TICKS; tick += 1) {
    const began = performance.now();
    phones.forEach((phone, i) => phone.arrives(packets[i]![tick]!));
    mixer.tick((tick + 1) * 20);
    costs.push(performance.now() - began);
  }
  costs.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(before);
  const charged = (user + system) / 1000 / TICKS;
  return { charged, median: costs[TICKS / 2]!, p99: costs[Math.floor(TICKS * 0.99)]!, legs: Math.floor((20 / charged) * LEGS * 0.7) };
};

console.log(`Load of the machine when it began: ${loadavg().map((load) => load.toFixed(1)).join(', ')}`);
for (const codec of [opus, pcmu])
  for (const recorded of [false, true]) {
    const { charged, median, p99, legs } = measure(codec, recorded);
    console.log(
      `${codec.name}${recorded ? ', recorded' : ''}: ${LEGS} legs are charged ${charged.toFixed(2)} ms of each 20 ms (by the wall: median ${median.toFixed(2)}, p99 ${p99.toFixed(2)}), ` +
        `${((1000 * charged) / LEGS).toFixed(0)} µs a leg; ${legs} legs would fill 70 % of a core`,
    );
  }
