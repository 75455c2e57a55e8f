import { downBy } from '../sound/resample.ts';

/**
 * How much of the speech's shape is left, from 0 to 1: short pieces (0.4 s) of how loud each of 15 third-octave bands is,
 * correlated with the same of the clean speech. It is built after STOI (Taal 2010) and orders conditions as STOI would;
 * it is not the published measure (no clipping step, 16 kHz in place of 10) and its figures are not to be compared with it.
 */
export const speechLikeness = (clean: Float32Array, heard: Float32Array): number => {
  const [a, b] = [bandsOf(downBy(3)(clean)), bandsOf(downBy(3)(heard))];
  const frames = Math.min(a.length, b.length);
  const scores: number[] = [];
  for (let from = 0; from + PIECE <= frames; from += PIECE / 2)
    for (let band = 0; band < BANDS.length; band += 1) {
      const of = (bands: Float64Array[]) => bands.slice(from, from + PIECE).map((frame) => frame[band]!);
      const said = of(a);
      // Pauses have no shape.
      if (Math.max(...said) > LEAST) scores.push(Math.max(0, correlation(said, of(b))));
    }
  return scores.reduce((sum, x) => sum + x, 0) / scores.length;
};

const RATE = 16_000;
const SIZE = 512;
const PIECE = 24;
const LEAST = 0.5;
const BANDS = Array.from({ length: 15 }, (_, i) => 150 * 2 ** (i / 3));

const bandsOf = (sound: Float32Array): Float64Array[] => {
  const frames: Float64Array[] = [];
  for (let at = 0; at + SIZE <= sound.length; at += SIZE / 2) {
    const power = powerOf(sound.subarray(at, at + SIZE));
    frames.push(Float64Array.from(BANDS, (middle) => {
      let sum = 0;
      for (let bin = Math.ceil((middle * 2 ** (-1 / 6) * SIZE) / RATE); bin <= (middle * 2 ** (1 / 6) * SIZE) / RATE; bin += 1) sum += power[bin]!;
      return Math.sqrt(sum);
    }));
  }
  return frames;
};

const correlation = (a: number[], b: number[]): number => {
  const [meanA, meanB] = [a, b].map((row) => row.reduce((sum, x) => sum + x, 0) / row.length) as [number, number];
  let [both, ofA, ofB] = [0, 0, 0];
  a.forEach((x, i) => {
    both += (x - meanA) * (b[i]! - meanB);
    ofA += (x - meanA) ** 2;
    ofB += (b[i]! - meanB) ** 2;
  });
  return both / Math.sqrt(ofA * ofB + 1e-12);
};

/** Power of each pitch, by the plain fast Fourier transform under a Hann window. */
const powerOf = (piece: Float32Array): Float64Array => {
  const re = Float64Array.from(piece, (x, i) => x * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SIZE)));
  const im = new Float64Array(SIZE);
  for (let i = 1, j = 0; i < SIZE; i += 1) {
    let bit = SIZE >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) [re[i], re[j]] = [re[j]!, re[i]!];
  }
  for (let length = 2; length <= SIZE; length *= 2)
    for (let from = 0; from < SIZE; from += length)
      for (let k = 0; k < length / 2; k += 1) {
        const [cos, sin] = [Math.cos((-2 * Math.PI * k) / length), Math.sin((-2 * Math.PI * k) / length)];
        const [x, y] = [from + k, from + k + length / 2];
        const [r, i] = [re[y]! * cos - im[y]! * sin, re[y]! * sin + im[y]! * cos];
        [re[y], im[y]] = [re[x]! - r, im[x]! - i];
        [re[x], im[x]] = [re[x]! + r, im[x]! + i];
      }
  return re.map((x, i) => x * x + im[i]! * im[i]!);
};
