/** How alike two pieces of sound are, from -1 to 1; two silences are alike. Looks at every `stride`th sample. */
export const likeness = (sound: Float32Array, a: number, b: number, length: number, stride = 1): number => {
  let both = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < length; i += stride) {
    const x = sound[a + i]!;
    const y = sound[b + i]!;
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return (first + second) * stride < 1e-7 * length ? 1 : both / Math.sqrt(first * second + 1e-12);
};

export type Lag = { lag: number; likeness: number };

/** The shift, between two bounds, at which sound is most like itself: first seen roughly, then looked at closely. */
export const bestLag = (from: number, to: number, stride: number, alike: (lag: number, stride: number) => number): Lag => {
  const rough = best(from, to, stride, (lag) => alike(lag, stride));
  if (stride === 1) return rough;
  return best(Math.max(from, rough.lag - stride + 1), Math.min(to, rough.lag + stride - 1), 1, (lag) => alike(lag, 1));
};

const best = (from: number, to: number, step: number, alike: (lag: number) => number): Lag => {
  let found: Lag = { lag: from, likeness: -1 };
  for (let lag = from; lag <= to; lag += step) {
    const here = alike(lag);
    if (here > found.likeness + 1e-6) found = { lag, likeness: here };
  }
  return found;
};
