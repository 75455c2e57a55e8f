/** Changes the rate of one stream of sound; remembers its past, so that pieces join without a click. */
export type Resampler = (sound: Float32Array) => Float32Array;

/** Taps per phase; with the window below nothing above -60 dB comes back as an alias. */
const REACH = 28;

export const upBy = (factor: number): Resampler => {
  const phases = phasesOf(factor);
  const join = joiner(REACH - 1);
  return (sound) => {
    const whole = join(sound);
    const out = new Float32Array(sound.length * factor);
    for (let p = 0; p < factor; p += 1) {
      const taps = phases[p]!;
      for (let i = 0; i < sound.length; i += 1) {
        let even = 0;
        let odd = 0;
        // Two sums at once keep the processor busier than one; REACH is even.
        for (let k = 0; k < REACH; k += 2) {
          even += taps[k]! * whole[i + k]!;
          odd += taps[k + 1]! * whole[i + k + 1]!;
        }
        out[i * factor + p] = even + odd;
      }
    }
    return out;
  };
};

/** The length of what it is given is a multiple of the factor. */
export const downBy = (factor: number): Resampler => {
  const taps = lowPass(factor);
  const last = taps.length - 1;
  const join = joiner(last);
  return (sound) => {
    const whole = join(sound);
    const out = new Float32Array(Math.floor(sound.length / factor));
    for (let i = 0; i < out.length; i += 1) {
      const at = i * factor;
      let even = 0;
      let odd = 0;
      // The filter is the same from both ends, so two samples share a tap.
      for (let k = 0; k < taps.length / 2; k += 2) {
        even += taps[k]! * (whole[at + k]! + whole[at + last - k]!);
        odd += taps[k + 1]! * (whole[at + k + 1]! + whole[at + last - k - 1]!);
      }
      out[i] = even + odd;
    }
    return out;
  };
};

/** Puts what came before in front; one piece of memory, as long as the pieces are alike. */
const joiner = (past: number) => {
  let whole = new Float64Array(past);
  let length = past;
  return (sound: Float32Array): Float64Array => {
    const before = whole.subarray(length - past, length);
    if (past + sound.length > whole.length) {
      const longer = new Float64Array(past + sound.length);
      longer.set(before);
      whole = longer;
    } else whole.copyWithin(0, length - past, length);
    whole.set(sound, past);
    length = past + sound.length;
    return whole;
  };
};

/** The low-pass dealt out to the samples that lie between two samples; symmetric, so no tap need be turned round. */
const phasesOf = (factor: number) => {
  const taps = lowPass(factor);
  return Array.from({ length: factor }, (_, p) =>
    Float64Array.from({ length: REACH }, (_unused, k) => factor * taps[k * factor + (factor - 1 - p)]!),
  );
};

/** A Kaiser window of 70 dB over the ideal low-pass at the lower rate's limit. */
const lowPass = (factor: number): Float64Array => {
  const length = REACH * factor;
  const middle = (length - 1) / 2;
  const raw = Float64Array.from({ length }, (_, i) => {
    const x = (i - middle) / factor;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return sinc * bessel(BETA * Math.sqrt(1 - ((i - middle) / (middle + 1)) ** 2));
  });
  const sum = raw.reduce((total, tap) => total + tap, 0);
  return raw.map((tap) => tap / sum);
};

const BETA = 6.8;

/** Modified Bessel function of the first kind, order nought. */
const bessel = (x: number): number => {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 30; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
};
