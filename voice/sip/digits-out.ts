import type { LegCodec, PacketOut } from '../media-transport.ts';
import type { Clock } from './clock.ts';

const KEYS = '0123456789*#ABCD';
const STEP_MS = 20;
const PRESSED_STEPS = 8;
const PAUSE_STEPS = 4;
const VOLUME = 10;
const MOST_WAITING = 64;

export type DigitsOut = {
  /** False when a letter is no key, or too many wait already. */
  press: (digits: string) => boolean;
  /** While a key sounds, no voice is sent (RFC 4733, 2.5.1.2). */
  busy: () => boolean;
  stop: () => void;
};

/** Keys as RFC 4733 events: seven growing packets, then the end three times. `timestamp` is that of the voice at this moment. */
export const openDigitsOut = (clock: Clock, codec: () => LegCodec, timestamp: () => number, send: (packet: PacketOut) => void): DigitsOut => {
  const waiting: number[] = [];
  let running = false;
  let stopStep = () => {};

  const step = (key: number, began: number, count: number) => {
    const payloadType = codec().digitsPayloadType;
    if (payloadType === undefined) return;
    const ended = count >= PRESSED_STEPS;
    const duration = Math.min(count, PRESSED_STEPS) * STEP_MS * 8;
    const payload = new Uint8Array([key, (ended ? 0x80 : 0) | VOLUME, duration >> 8, duration & 0xff]);
    for (let copy = 0; copy < (ended ? 3 : 1); copy += 1)
      send({ payloadType, timestamp: began, marker: count === 1, payload });
    if (ended) {
      stopStep = clock.after(PAUSE_STEPS * STEP_MS, next);
      return;
    }
    stopStep = clock.after(STEP_MS, () => step(key, began, count + 1));
  };

  const next = () => {
    const key = waiting.shift();
    running = key !== undefined;
    if (key !== undefined) step(key, timestamp(), 1);
  };

  return {
    press: (digits) => {
      const keys = [...digits.toUpperCase()].map((letter) => KEYS.indexOf(letter));
      if (codec().digitsPayloadType === undefined || keys.includes(-1) || waiting.length + keys.length > MOST_WAITING) return false;
      waiting.push(...keys);
      if (!running) next();
      return true;
    },
    busy: () => running,
    stop: () => {
      stopStep();
      waiting.length = 0;
      running = false;
    },
  };
};
