/** How alike two pieces of sound are, from -1 to 1; two silences are alike. */
export const likeness = (sound: Float32Array, a: number, b: number, length: number): number => {
  let both = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < length; i += 1) {
    const x = sound[a + i]!;
    const y = sound[b + i]!;
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return first + second < 1e-7 * length ? 1 : both / Math.sqrt(first * second + 1e-12);
};

export type Lag = { lag: number; likeness: number };

/** The shift, between two bounds, at which sound is most like itself. */
export const bestLag = (from: number, to: number, alike: (lag: number) => number): Lag => {
  let best: Lag = { lag: from, likeness: -1 };
  for (let lag = from; lag <= to; lag += 1) {
    const found = alike(lag);
    if (found > best.likeness + 1e-6) best = { lag, likeness: found };
  }
  return best;
};
