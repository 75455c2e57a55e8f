import { readFile } from 'node:fs/promises';
import { level } from '@firstline/testing/voice/level.ts';

/** How loud a tone is on each side of a recording: the customer's and the staff's, between two moments in seconds. */
export const recordedLevels = async (path: string, hertz: number, from = 0, to = Infinity) => {
  const file = await readFile(path);
  const rate = file.readUInt32LE(24);
  const count = (file.length - 44) / 4;
  const side = (place: number) => {
    const whole = Float32Array.from({ length: count }, (_, i) => file.readInt16LE(44 + 4 * i + 2 * place) / 32_768);
    return level(whole.slice(Math.round(from * rate), to === Infinity ? undefined : Math.round(to * rate)), hertz, rate);
  };
  return { customer: side(0), staff: side(1), seconds: count / rate };
};
