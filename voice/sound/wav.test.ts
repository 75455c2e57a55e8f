import { expect, test } from 'vitest';
import { level } from '@firstline/testing/voice/level.ts';
import { toPcm16 } from './frame.ts';
import { toLaw } from './g711.ts';
import { soundOfWav, wavHeader } from './wav.ts';

const hum = (rate: number, channels = 1) =>
  Float32Array.from({ length: rate * channels }, (_, i) => 0.5 * Math.sin((2 * Math.PI * 440 * Math.floor(i / channels)) / rate));
const wav = (rate: number, channels: number) => {
  const pcm = toPcm16(hum(rate, channels));
  return Buffer.concat([wavHeader({ rate, channels }, pcm.byteLength), Buffer.from(pcm.buffer)]);
};

test.each([[8000, 1], [16_000, 2], [22_050, 1], [44_100, 2], [48_000, 1]])('a prompt of %i Hz in %i channels is played as it sounds', (rate, channels) => {
  const sound = soundOfWav(wav(rate, channels))!;
  expect(sound.length).toBe(48_000);
  expect(level(sound, 440)).toBeCloseTo(-6, 0);
});

test('prompts of a telephone switch (G.711 in a WAV file) are played too', () => {
  const bytes = toLaw('pcmu', toPcm16(hum(8000)));
  const head = wavHeader({ rate: 8000, channels: 1 }, bytes.length);
  head.writeUInt16LE(7, 20);
  head.writeUInt16LE(8, 34);
  expect(level(soundOfWav(Buffer.concat([head, bytes]))!, 440)).toBeCloseTo(-6, 0);
});

test('what is no sound that is known here is not played, and nothing breaks', () => {
  const good = wav(8000, 1);
  expect(soundOfWav(Buffer.from('no sound at all'))).toBeUndefined();
  expect(soundOfWav(good.subarray(0, 30))).toBeUndefined();
  const odd = Buffer.from(good);
  odd.writeUInt16LE(3, 20);
  expect(soundOfWav(odd)).toBeUndefined();
  const lying = Buffer.from(good);
  lying.writeUInt32LE(0xffff_ffff, 40);
  expect(soundOfWav(lying)!.length).toBe(48_000);
});
