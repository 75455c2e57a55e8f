import type { LegCodec, PacketOut } from '@firstline/voice/media-transport.ts';
import { isDigit, writeDigitEvent } from './digit-event.ts';

/** Ticks of 20 ms: so long a key is held down, so long it rests, and so often its end is said. */
const HELD = 8;
const RESTS = 4;
const ENDS = 3;
const VOLUME = 10;

/** Keys on their way out as RFC 4733 events, one packet in each tick, in place of sound. */
export const createDigitsOut = ({ clockRate, digitsPayloadType }: LegCodec, send: (packet: PacketOut) => void) => {
  const step = clockRate / 50;
  let waiting: string[] = [];
  let down: { digit: string; timestamp: number; ticks: number } | undefined;
  let rest = 0;

  const say = (ticks: number, end: boolean, marker = false) => {
    const { digit, timestamp } = down!;
    const payload = writeDigitEvent({ digit, end, volume: VOLUME, duration: Math.min(0xffff, ticks * step) });
    send({ payloadType: digitsPayloadType!, timestamp, marker, payload });
  };

  return {
    /** False, when the far side does not know this way, or these are no keys. */
    press: (digits: string): boolean => {
      if (digitsPayloadType === undefined || ![...digits].every(isDigit)) return false;
      waiting.push(...digits);
      return true;
    },
    /** True, when this tick belongs to a key and no sound is to be sent. */
    tick: (timestamp: number): boolean => {
      if (!down && rest > 0) rest -= 1;
      else if (!down && waiting.length > 0) down = { digit: waiting.shift()!, timestamp, ticks: 0 };
      if (!down) return false;
      down.ticks += 1;
      if (down.ticks < HELD) say(down.ticks, false, down.ticks === 1);
      else {
        for (let i = 0; i < ENDS; i += 1) say(HELD, true);
        down = undefined;
        rest = RESTS;
      }
      return true;
    },
    forget: () => {
      waiting = [];
    },
  };
};
