import { oneAfterAnother, quiet, tones } from './tones.ts';

/** The tones a telephone speaks with. Ringing and engaged are Europe's (ETSI TR 101 041): 425 Hz; one round of each. */
export const ringback = (): Float32Array => oneAfterAnother(tones([{ hertz: 425, loud: 0.15 }], 1000, 10), quiet(4000));
export const busy = (): Float32Array => oneAfterAnother(tones([{ hertz: 425, loud: 0.15 }], 480, 10), quiet(480));

/** After it, it is recorded. */
export const beep = (): Float32Array => tones([{ hertz: 1000, loud: 0.25 }], 400, 10);

const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];
const PAD = ['123A', '456B', '789C', '*0#D'];

/** A key as it sounds (ITU-T Q.23), for a far side that does not know it as an event; silence for what is no key. */
export const keyTone = (key: string, ms = 160): Float32Array => {
  const row = PAD.findIndex((keys) => key.length === 1 && keys.includes(key));
  if (row < 0) return quiet(ms);
  const column = PAD[row]!.indexOf(key);
  return tones([{ hertz: ROWS[row]!, loud: 0.2 }, { hertz: COLUMNS[column]!, loud: 0.25 }], ms);
};

export const keyTones = (keys: string): Float32Array => oneAfterAnother(...[...keys].flatMap((key) => [keyTone(key), quiet(80)]));
