import { expect, test } from 'vitest';
import type { PacketOut } from '@firstline/voice/media-transport.ts';
import { opus, pcma, pcmu } from '@firstline/testing/voice/far-phone.ts';
import { seeded } from '@firstline/testing/voice/seeded.ts';
import { readDigitEvent, writeDigitEvent } from './digit-event.ts';
import { createDigitsIn, type KeyPressed } from './digits-in.ts';
import { createDigitsOut } from './digits-out.ts';

/** What the far side is sent for these keys, tick by tick. */
const sent = (digits: string, ticks = 400, codec = pcmu) => {
  const packets: (PacketOut & { at: number })[] = [];
  let at = 0;
  const out = createDigitsOut(codec, (packet) => packets.push({ ...packet, at }));
  out.press(digits);
  for (let tick = 0; tick < ticks; tick += 1) {
    at = tick * 20;
    out.tick(tick * (codec.clockRate / 50));
  }
  return packets;
};

const heard = (packets: readonly (PacketOut & { at: number })[], until = 20_000) => {
  const keys: KeyPressed[] = [];
  const digits = createDigitsIn(8000, (key) => keys.push(key));
  packets.forEach((packet, sequence) => digits.take({ ...packet, sequence, arrivedAt: packet.at }));
  digits.tick(until);
  return keys;
};

const spelled = (keys: readonly KeyPressed[]) => keys.map(({ digit }) => digit).join('');

test('every key goes out and comes in as itself', () => {
  expect(spelled(heard(sent('0123456789*#ABCD')))).toBe('0123456789*#ABCD');
});

test('a key pressed twice is two keys; its end said three times is one', () => {
  const packets = sent('77');
  expect(packets.filter(({ payload }) => readDigitEvent(payload)!.end)).toHaveLength(6);
  expect(heard(packets)).toEqual([{ digit: '7', heldMs: 160 }, { digit: '7', heldMs: 160 }]);
});

test('all packets of a press carry the timestamp of its beginning, only the first is marked, and it grows', () => {
  const packets = sent('5');
  expect(new Set(packets.map(({ timestamp }) => timestamp)).size).toBe(1);
  expect(packets.map(({ marker }) => marker)).toEqual([true, ...Array.from({ length: packets.length - 1 }, () => false)]);
  expect(packets.map(({ payload }) => readDigitEvent(payload)!.duration)).toEqual([160, 320, 480, 640, 800, 960, 1120, 1280, 1280, 1280]);
});

test('keys survive the loss of any packets as long as one of each press comes', () => {
  const chance = seeded(3);
  const all = sent('1590#');
  const presses = [...new Set(all.map(({ timestamp }) => timestamp))].map((press) => all.filter(({ timestamp }) => timestamp === press));
  for (let round = 0; round < 100; round += 1) {
    const survivors = presses.flatMap((packets) => {
      const some = packets.filter(() => chance() < 0.3);
      return some.length > 0 ? some : packets.slice(0, 1);
    });
    expect(spelled(heard(survivors))).toBe('1590#');
  }
});

test('packets that come twice, late or in the wrong order do not press a key again', () => {
  const all = sent('42');
  const [end] = all.filter(({ payload }) => readDigitEvent(payload)!.end);
  expect(spelled(heard([...all, end!, all[0]!, ...all.slice(0, 5)]))).toBe('42');
});

test('a key whose end never comes is let go after a fifth of a second', () => {
  const held = sent('9').filter(({ payload }) => !readDigitEvent(payload)!.end);
  expect(heard(held, 200)).toEqual([]);
  expect(spelled(heard(held, 600))).toBe('9');
});

test('while a key is sent no sound is, and between two keys there is', () => {
  const out = createDigitsOut(opus, () => undefined);
  out.press('12');
  const busy = Array.from({ length: 24 }, (_, tick) => (out.tick(tick * 960) ? 'k' : '-')).join('');
  expect(busy).toBe('kkkkkkkk----kkkkkkkk----');
});

test('a far side that does not know keys as events, and what is no key, is told so', () => {
  expect(createDigitsOut(pcma, () => undefined).press('1')).toBe(false);
  expect(createDigitsOut(pcmu, () => undefined).press('1w')).toBe(false);
});

test('what is too short, or names no key, is no event', () => {
  expect(readDigitEvent(Uint8Array.of(1, 0, 0))).toBeUndefined();
  expect(readDigitEvent(Uint8Array.of(99, 0, 0, 0))).toBeUndefined();
  const event = { digit: '#', end: true, volume: 10, duration: 1280 };
  expect(readDigitEvent(writeDigitEvent(event))).toEqual(event);
});
