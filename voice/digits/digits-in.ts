import type { PacketIn } from '@firstline/voice/media-transport.ts';
import { readDigitEvent } from './digit-event.ts';

export type KeyPressed = { digit: string; heldMs: number };

/** A key whose end got lost is let go when so long nothing more of it came. */
const FORGOTTEN_MS = 200;

/**
 * Hears keys out of RFC 4733 packets. All packets of one press carry one timestamp: however often its end comes, and in
 * whichever order, it is one press.
 */
export const createDigitsIn = (clockRate: number, pressed: (key: KeyPressed) => void) => {
  let down: { timestamp: number; digit: string; duration: number; seenAt: number } | undefined;
  /** Timestamps of presses that have been told. */
  let told: number[] = [];

  const release = () => {
    if (!down) return;
    told = [...told.slice(-15), down.timestamp];
    pressed({ digit: down.digit, heldMs: Math.round((down.duration * 1000) / clockRate) });
    down = undefined;
  };

  return {
    take: ({ timestamp, payload, arrivedAt }: PacketIn) => {
      const event = readDigitEvent(payload);
      if (!event || told.includes(timestamp)) return;
      if (down && down.timestamp !== timestamp) release();
      down = {
        timestamp,
        digit: down?.digit ?? event.digit,
        duration: Math.max(down?.duration ?? 0, event.duration),
        seenAt: arrivedAt,
      };
      if (event.end) release();
    },
    /** Time goes by. */
    tick: (at: number) => {
      if (down && at - down.seenAt > FORGOTTEN_MS) release();
    },
  };
};
