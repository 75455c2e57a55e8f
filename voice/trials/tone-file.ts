import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wavHeader } from '../sound/wav.ts';

const RATE = 8000;

/** A mono WAV of one tone; quiet enough that four of them do not clip. */
export const writeTone = (path: string, hertz: number, seconds: number): void => {
  const samples = new Int16Array(RATE * seconds);
  for (let at = 0; at < samples.length; at += 1) samples[at] = Math.round(0.2 * 32_767 * Math.sin((2 * Math.PI * hertz * at) / RATE));
  writeFileSync(path, Buffer.concat([wavHeader({ rate: RATE, channels: 1 }, samples.byteLength), Buffer.from(samples.buffer)]));
};

/** What a phone heard: the newest recording of its incoming side. Its length field is only right after the call. */
export const readHeard = (folder: string): Float32Array => {
  const newest = readdirSync(folder).filter((name) => name.endsWith('-dec.wav')).sort().at(-1);
  if (!newest) return new Float32Array();
  const bytes = readFileSync(join(folder, newest));
  const start = bytes.indexOf('data') + 8;
  const samples = new Float32Array(Math.floor((bytes.length - start) / 2));
  for (let at = 0; at < samples.length; at += 1) samples[at] = bytes.readInt16LE(start + at * 2) / 32_768;
  return samples;
};

/** How loud one tone is, in dB below full scale (Goertzel). */
export const loudness = (samples: Float32Array, hertz: number): number => {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / RATE);
  let one = 0;
  let two = 0;
  for (const sample of samples) [one, two] = [sample + turn * one - two, one];
  const power = (one * one + two * two - turn * one * two) / Math.max(1, samples.length / 2) ** 2;
  return Math.max(-150, 10 * Math.log10(power + 1e-15));
};
