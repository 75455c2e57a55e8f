import { fromPcm16, RATE } from './frame.ts';
import { fromLaw } from './g711.ts';
import { upBy } from './resample.ts';

export type WavFormat = { rate: number; channels: number };

export const HEADER_BYTES = 44;
const MOST = 0xffff_ffff;

/** The head of a WAV file of 16-bit samples. */
export const wavHeader = ({ rate, channels }: WavFormat, dataBytes: number): Buffer => {
  const head = Buffer.alloc(HEADER_BYTES);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(Math.min(MOST, dataBytes + HEADER_BYTES - 8), 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * channels * 2, 28);
  head.writeUInt16LE(channels * 2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(Math.min(MOST, dataBytes), 40);
  return head;
};

/** A WAV file as one channel of 48 kHz; nothing, when it is of a kind that is not known here. Never throws. */
export const soundOfWav = (file: Buffer): Float32Array | undefined => {
  if (file.length < 12 || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return undefined;
  let format: { kind: number; channels: number; rate: number; bits: number } | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const size = Math.min(file.readUInt32LE(at + 4), file.length - at - 8);
    const body = file.subarray(at + 8, at + 8 + size);
    if (name === 'fmt ' && size >= 16)
      format = { kind: body.readUInt16LE(0), channels: body.readUInt16LE(2), rate: body.readUInt32LE(4), bits: body.readUInt16LE(14) };
    if (name === 'data') return format && at48(oneChannel(samplesOf(body, format), format.channels), format.rate);
    at += 8 + size + (size % 2);
  }
  return undefined;
};

const samplesOf = (body: Buffer, { kind, bits }: { kind: number; bits: number }): Float32Array | undefined => {
  if (kind === 7 || kind === 6) return fromLaw(kind === 7 ? 'pcmu' : 'pcma', body);
  if (kind !== 1 || bits !== 16) return undefined;
  return fromPcm16(Int16Array.from({ length: body.length >> 1 }, (_, i) => body.readInt16LE(2 * i)));
};

const oneChannel = (samples: Float32Array | undefined, channels: number): Float32Array | undefined => {
  if (!samples || channels < 1) return undefined;
  if (channels === 1) return samples;
  return Float32Array.from({ length: Math.floor(samples.length / channels) }, (_, i) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += samples[i * channels + channel]!;
    return sum / channels;
  });
};

/** Telephone prompts come at 8 or 16 kHz; any other rate is drawn out by straight lines, which a prompt bears. */
const at48 = (samples: Float32Array | undefined, rate: number): Float32Array | undefined => {
  if (!samples || rate < 4000 || rate > 192_000) return undefined;
  if (RATE % rate === 0) return rate === RATE ? samples : upBy(RATE / rate)(samples);
  return Float32Array.from({ length: Math.floor((samples.length * RATE) / rate) }, (_, i) => {
    const place = (i * rate) / RATE;
    const from = Math.floor(place);
    const next = samples[Math.min(from + 1, samples.length - 1)]!;
    return samples[from]! + (next - samples[from]!) * (place - from);
  });
};
