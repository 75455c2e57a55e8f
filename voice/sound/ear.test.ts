import { describe, expect, test } from 'vitest';
import { continuity } from '@firstline/testing/voice/continuity.ts';
import { farPhone, humming, opus, pcmu } from '@firstline/testing/voice/far-phone.ts';
import { level } from '@firstline/testing/voice/level.ts';
import { throughNetwork, type Network } from '@firstline/testing/voice/rough-network.ts';
import { createEar } from './ear.ts';
import { FRAME, loudness, SILENCE, toPcm16 } from './frame.ts';
import { toLaw } from './g711.ts';

const TONE = 440;
const LOUD_DB = 20 * Math.log10(0.2);

const hears = (codec: typeof opus, network: Network, { conceals = true, seconds = 8 } = {}) => {
  const { sound, measures } = throughNetwork({ codec, says: humming(TONE), seconds, network, conceals });
  return { whole: continuity(sound, TONE, LOUD_DB), ...measures };
};

describe.each([['Opus', opus], ['G.711', pcmu]] as const)('%s', (_name, codec) => {
  test('on an even network every piece of a tone is whole and nothing is guessed', () => {
    const heard = hears(codec, {});
    expect(heard.whole).toBe(1);
    expect(heard).toMatchObject({ concealedMs: 0, late: 0, lost: 0, twice: 0, restarts: 0 });
    expect(heard.bufferMs).toBeLessThan(45);
  });

  test.each([[0.01], [0.05], [0.1]])('of a tone that loses a share of %d, guessing saves more than half of what would be broken', (loss) => {
    const broken = 1 - hears(codec, { loss }, { conceals: false }).whole;
    const heard = hears(codec, { loss });
    expect(heard.lostInAll / (heard.received + heard.lostInAll)).toBeCloseTo(loss, 1);
    expect(broken).toBeGreaterThan(loss * 0.7);
    expect(1 - heard.whole).toBeLessThan(broken * 0.5);
  });

  test.each<[string, Network]>([
    ['that comes up to 60 ms late', { jitterMs: 60 }],
    ['whose packets overtake each other', { reordered: 0.1 }],
    ['whose packets come twice', { doubled: 0.2 }],
  ])('a tone %s stays whole', (_, network) => {
    expect(hears(codec, network).whole).toBeGreaterThan(0.97);
  });
});

test('far clocks that are off by 200 ppm are followed for minutes, one period of the voice at a time', () => {
  const [fast, slow] = [200, -200].map((driftPpm) => hears(pcmu, { driftPpm }, { seconds: 120 }));
  for (const heard of [fast!, slow!]) {
    expect(heard.whole).toBeGreaterThan(0.999);
    expect(heard.concealedMs).toBe(0);
    expect(heard.bufferMs).toBeLessThan(50);
  }
  // In two minutes they part by 48 ms.
  expect(Math.abs(slow!.stretchedMs - fast!.stretchedMs - 48)).toBeLessThan(16);
});

/** An ear to which the test carries the packets itself. */
const listening = (codec = pcmu) => {
  const phone = farPhone(codec, humming(TONE));
  const ear = createEar(codec, () => 0.5);
  let at = 0;
  return {
    ear,
    phone,
    /** So many ticks; each brings a packet, unless nothing is said. */
    passes: (ticks: number, change: (packet: ReturnType<typeof phone.next>) => typeof packet | undefined = (packet) => packet) => {
      const heard: Float32Array[] = [];
      for (let i = 0; i < ticks; i += 1) {
        const packet = change(phone.next(at + 1));
        if (packet) ear.take(packet);
        at += 20;
        heard.push(ear.frame(at));
      }
      return heard;
    },
  };
};

test('before the first packet there is silence, and nothing is counted as missing', () => {
  const { ear, passes } = listening();
  expect(passes(20, () => undefined).every((frame) => frame === SILENCE)).toBe(true);
  expect(ear.measures()).toMatchObject({ received: 0, concealedMs: 0, lost: 0 });
});

test('when all packets stop, the last sound fades within 60 ms instead of breaking off or droning on', () => {
  const { passes } = listening();
  passes(50);
  const after = passes(8, () => undefined).map(loudness);
  expect(after[0]).toBeGreaterThan(0.1);
  // Twin of breaking off: on the way down there is something in between.
  expect(after.filter((loud) => loud > 0.02 && loud < 0.1).length).toBeGreaterThan(1);
  expect(after[6]).toBeLessThan(0.01);
});

test('a far side that falls silent and says so is not taken for one that lost packets; the first word back is whole', () => {
  const { ear, phone, passes } = listening();
  passes(50);
  let silentFor = 0;
  passes(1, (packet) => ({ ...packet, payload: Uint8Array.of(60) }) as typeof packet);
  const before = ear.measures().concealedMs;
  // A phone that is silent does not count packets, but its clock goes on.
  const sequence = phone.next(0).sequence;
  passes(60, () => undefined);
  silentFor += 62;
  const heard = passes(40, (packet) => ({ ...packet, sequence: (packet.sequence - silentFor + 1) & 0xffff }));
  expect(sequence).toBeDefined();
  expect(ear.measures().concealedMs - before).toBeLessThan(20);
  expect(ear.measures()).toMatchObject({ late: 0, restarts: 0 });
  expect(heard.slice(4).every((frame) => Math.abs(level(frame, TONE) - LOUD_DB) < 1)).toBe(true);
});

test('another stream in the place of the first is followed from its second packet on', () => {
  const { ear, passes } = listening();
  passes(50);
  const heard = passes(50, (packet) => ({ ...packet, sequence: (packet.sequence + 20_000) & 0xffff, timestamp: (packet.timestamp + 1e9) >>> 0 }));
  expect(ear.measures().restarts).toBe(1);
  expect(heard.slice(8).every((frame) => Math.abs(level(frame, TONE) - LOUD_DB) < 1)).toBe(true);
});

test('one stray packet of elsewhere changes nothing', () => {
  const { ear, passes } = listening();
  passes(50);
  ear.take({ payloadType: 0, sequence: 12_345, timestamp: 777, marker: false, payload: new Uint8Array(160), arrivedAt: 1001 });
  const heard = passes(50);
  expect(ear.measures().restarts).toBe(0);
  expect(heard.every((frame) => Math.abs(level(frame, TONE) - LOUD_DB) < 1)).toBe(true);
});

test('after a network that stood still for 300 ms all words come, and the delay is worn off again', () => {
  const { ear, passes } = listening();
  passes(100);
  const kept: Parameters<typeof ear.take>[0][] = [];
  passes(15, (packet) => void kept.push(packet));
  for (const packet of kept) ear.take({ ...packet, arrivedAt: 2300 });
  passes(20);
  const behind = ear.measures().bufferMs;
  passes(200);
  expect(behind).toBeGreaterThan(100);
  expect(ear.measures().bufferMs).toBeLessThan(behind - 50);
});

test.each([10, 30, 40, 60])('a trunk that packs %i ms into a packet is heard as evenly as one that packs 20', (packetMs) => {
  const ear = createEar(pcmu, () => 0.5);
  const size = packetMs * 8;
  const bytes = (number: number) => toLaw('pcmu', toPcm16(Float32Array.from({ length: size }, (_, i) => 0.2 * Math.sin((2 * Math.PI * TONE * (number * size + i)) / 8000))));
  const sound = new Float32Array(400 * FRAME);
  let sent = 0;
  for (let tick = 0; tick < 400; tick += 1) {
    const at = (tick + 1) * 20;
    for (; (sent + 1) * packetMs <= at; sent += 1)
      ear.take({ payloadType: 0, sequence: sent, timestamp: sent * size, marker: false, payload: bytes(sent), arrivedAt: (sent + 1) * packetMs + (sent % 4) });
    sound.set(ear.frame(at), tick * FRAME);
  }
  expect(continuity(sound, TONE, LOUD_DB)).toBe(1);
  expect(ear.measures()).toMatchObject({ concealedMs: 0, late: 0 });
});
