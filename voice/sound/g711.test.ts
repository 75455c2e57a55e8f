import { expect, test } from 'vitest';
import { level } from '@firstline/testing/voice/level.ts';
import { fromLaw, toLaw, type Law } from './g711.ts';
import { toPcm16 } from './frame.ts';
import { tones } from './tones.ts';

const LAWS: Law[] = ['pcmu', 'pcma'];

/** ITU-T G.711, tables 1 and 2: what some bytes stand for, in 16 bits. */
test.each<[Law, number, number]>([
  ['pcmu', 0xff, 0], ['pcmu', 0x7f, 0], ['pcmu', 0x80, 32_124], ['pcmu', 0x00, -32_124], ['pcmu', 0xfe, 8], ['pcmu', 0x7e, -8],
  ['pcma', 0xd5, 8], ['pcma', 0x55, -8], ['pcma', 0xaa, 32_256], ['pcma', 0x2a, -32_256], ['pcma', 0xd4, 24], ['pcma', 0xc5, 264],
])('%s: byte %i stands for %i', (law, byte, sample) => {
  expect(fromLaw(law, Uint8Array.of(byte))[0]! * 32_768 + 0).toBe(sample);
});

test.each(LAWS)('%s: every byte survives being unpacked and packed again', (law) => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const again = toLaw(law, toPcm16(fromLaw(law, bytes)));
  // Mu-law knows two noughts.
  expect([...again].filter((byte, i) => byte !== i && i !== 0x7f)).toEqual([]);
});

test.each(LAWS)('%s: the noise that packing adds lies 35 dB below a tone', (law) => {
  const tone = tones([{ hertz: 1020, loud: 0.5 }], 500).filter((_, i) => i % 6 === 0);
  const heard = fromLaw(law, toLaw(law, toPcm16(tone)));
  expect(level(heard, 1020, 8000)).toBeCloseTo(-6, 0);
  const noise = heard.reduce((sum, x, i) => sum + (x - tone[i]!) ** 2, 0) / heard.length;
  expect(10 * Math.log10(noise / 0.125)).toBeLessThan(-35);
});
