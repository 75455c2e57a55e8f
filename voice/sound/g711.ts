/** ITU-T G.711: eight bits that hold a telephone's loudness by steps that grow with it. */
export type Law = 'pcmu' | 'pcma';

export const fromLaw = (law: Law, bytes: Uint8Array): Float32Array => {
  const table = law === 'pcmu' ? MU_TO_SOUND : A_TO_SOUND;
  const sound = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) sound[i] = table[bytes[i]!]!;
  return sound;
};

export const toLaw = (law: Law, pcm: Int16Array): Uint8Array => {
  const table = law === 'pcmu' ? PCM_TO_MU : PCM_TO_A;
  const bytes = new Uint8Array(pcm.length);
  for (let i = 0; i < pcm.length; i += 1) bytes[i] = table[pcm[i]! & 0xffff]!;
  return bytes;
};

const BIAS = 0x84;
const MOST = 32_635;

const muByte = (sample: number): number => {
  const sign = sample < 0 ? 0x80 : 0;
  const size = Math.min(Math.abs(sample), MOST) + BIAS;
  const exponent = 24 - Math.clz32(size);
  return ~(sign | (exponent << 4) | ((size >> (exponent + 3)) & 0x0f)) & 0xff;
};

const muSample = (byte: number): number => {
  const bits = ~byte & 0xff;
  const size = ((((bits & 0x0f) << 3) + BIAS) << ((bits >> 4) & 7)) - BIAS;
  return bits & 0x80 ? -size : size;
};

/** Every second bit is turned over, so that silence on the wire is no long row of zeroes. */
const EVEN_BITS = 0x55;

const aByte = (sample: number): number => {
  const sign = sample < 0 ? 0 : 0x80;
  const size = sample < 0 ? -sample - 1 : sample;
  const exponent = Math.max(0, 24 - Math.clz32(size));
  const mantissa = (size >> (exponent === 0 ? 4 : exponent + 3)) & 0x0f;
  return (sign | (exponent << 4) | mantissa) ^ EVEN_BITS;
};

const aSample = (byte: number): number => {
  const bits = byte ^ EVEN_BITS;
  const exponent = (bits >> 4) & 7;
  const mantissa = ((bits & 0x0f) << 4) + 8;
  const size = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
  return bits & 0x80 ? size : -size;
};

const bytesOf = (law: (sample: number) => number) =>
  Uint8Array.from({ length: 0x1_0000 }, (_, bits) => law(bits < 0x8000 ? bits : bits - 0x1_0000));
const soundsOf = (law: (byte: number) => number) => Float32Array.from({ length: 256 }, (_, byte) => law(byte) / 32_768);

const PCM_TO_MU = bytesOf(muByte);
const PCM_TO_A = bytesOf(aByte);
const MU_TO_SOUND = soundsOf(muSample);
const A_TO_SOUND = soundsOf(aSample);
