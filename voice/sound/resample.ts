/** Changes the rate of one stream of sound; remembers its past, so that pieces join without a click. */
export type Resampler = (sound: Float32Array) => Float32Array;

/** Taps per phase; with the window below nothing above -60 dB comes back as an alias. */
const REACH = 28;

export const upBy = (factor: number): Resampler => {
  const phases = phasesOf(factor);
  let past = new Float32Array(REACH - 1);
  return (sound) => {
    const whole = joined(past, sound);
    const out = new Float32Array(sound.length * factor);
    for (let i = 0; i < sound.length; i += 1)
      for (let p = 0; p < factor; p += 1) {
        const taps = phases[p]!;
        let sum = 0;
        for (let k = 0; k < REACH; k += 1) sum += taps[k]! * whole[i + k]!;
        out[i * factor + p] = sum;
      }
    past = whole.slice(whole.length - (REACH - 1));
    return out;
  };
};

/** The length of what it is given is a multiple of the factor. */
export const downBy = (factor: number): Resampler => {
  const taps = lowPass(factor);
  let past = new Float32Array(taps.length - 1);
  return (sound) => {
    const whole = joined(past, sound);
    const out = new Float32Array(Math.floor(sound.length / factor));
    for (let i = 0; i < out.length; i += 1) {
      let sum = 0;
      for (let k = 0; k < taps.length; k += 1) sum += taps[k]! * whole[i * factor + k]!;
      out[i] = sum;
    }
    past = whole.slice(whole.length - (taps.length - 1));
    return out;
  };
};

const joined = (past: Float32Array, sound: Float32Array) => {
  const whole = new Float32Array(past.length + sound.length);
  whole.set(past);
  whole.set(sound, past.length);
  return whole;
};

/** The low-pass dealt out to the samples that lie between two samples; symmetric, so no tap need be turned round. */
const phasesOf = (factor: number) => {
  const taps = lowPass(factor);
  return Array.from({ length: factor }, (_, p) =>
    Float32Array.from({ length: REACH }, (_unused, k) => factor * taps[k * factor + (factor - 1 - p)]!),
  );
};

/** A Kaiser window of 70 dB over the ideal low-pass at the lower rate's limit. */
const lowPass = (factor: number): Float32Array => {
  const length = REACH * factor;
  const middle = (length - 1) / 2;
  const raw = Float64Array.from({ length }, (_, i) => {
    const x = (i - middle) / factor;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return sinc * bessel(BETA * Math.sqrt(1 - ((i - middle) / (middle + 1)) ** 2));
  });
  const sum = raw.reduce((total, tap) => total + tap, 0);
  return Float32Array.from(raw, (tap) => tap / sum);
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
