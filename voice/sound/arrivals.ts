import type { PacketIn } from '@firstline/voice/media-transport.ts';
import { unwrap } from './unwrap.ts';

/** What came of what was sent, by the numbers on the packets. */
export type Arrived = {
  received: number;
  twice: number;
  /** Share of the packets that never came, 0 to 1; of the last seconds. */
  lost: number;
  lostInAll: number;
  /** RFC 3550, 6.4.1. */
  jitterMs: number;
  /** How often another stream took the place of the first. */
  restarts: number;
};

/** Numbers that never wrap; whether the packet belongs to the stream, and whether it begins another. */
export type Numbered = { sequence: number; timestamp: number; counts: boolean; restarts: boolean };

/** A packet that jumps further than this is a stranger; two of them in a row are another stream (RFC 3550, A.1). */
const FURTHEST_AHEAD = 3000;
const FURTHEST_BACK = 100;
const FURTHEST_MS = 2000;
/** Packets over which loss is said: five seconds. */
const SPAN = 250;
const REMEMBERED = 1024;

/** Numbers packets through, knows a stranger from a straggler, and counts. */
export const createArrivals = (clockRate: number) => {
  const seen = new Float64Array(REMEMBERED).fill(-1);
  let [begun, first, highest, timestamp, transit] = [false, 0, 0, 0, 0];
  let stranger: number | undefined;
  let [received, twice, here, lostBefore, jitterMs, restarts] = [0, 0, 0, 0, 0, 0];
  let [spanFrom, spanReceived, lost] = [0, 0, 0];

  const transitOf = (packet: PacketIn, stamp: number) => packet.arrivedAt - (stamp * 1000) / clockRate;
  const lostHere = () => (begun ? Math.max(0, highest - first + 1 - here) : 0);

  const begin = (packet: PacketIn): Numbered => {
    const again = begun;
    if (again) restarts += 1;
    lostBefore += lostHere();
    begun = true;
    [first, highest, spanFrom, timestamp] = [packet.sequence, packet.sequence, packet.sequence, packet.timestamp];
    [here, spanReceived, stranger] = [1, 1, undefined];
    transit = transitOf(packet, timestamp);
    received += 1;
    seen.fill(-1)[packet.sequence % REMEMBERED] = packet.sequence;
    return { sequence: first, timestamp, counts: true, restarts: again };
  };

  const count = (sequence: number) => {
    received += 1;
    here += 1;
    spanReceived += 1;
    highest = Math.max(highest, sequence);
    if (highest - spanFrom < SPAN) return;
    lost = Math.max(0, 1 - spanReceived / (highest - spanFrom));
    [spanFrom, spanReceived] = [highest, 0];
  };

  return {
    /** `timed`: its timestamp says when it was spoken. */
    note: (packet: PacketIn, timed = true): Numbered => {
      if (!begun) return begin(packet);
      const numbered = {
        sequence: unwrap(highest, packet.sequence, 16),
        timestamp: unwrap(timestamp, packet.timestamp, 32),
        restarts: false,
      };
      const now = transitOf(packet, numbered.timestamp);
      const ahead = numbered.sequence - highest;
      const strange = ahead > FURTHEST_AHEAD || ahead < -FURTHEST_BACK || (timed && Math.abs(now - transit) > FURTHEST_MS);
      if (strange && timed && stranger !== undefined && ((packet.sequence - stranger) & 0xffff) === 1) return begin(packet);
      stranger = strange ? packet.sequence : undefined;
      if (strange) return { ...numbered, counts: false };

      const place = ((numbered.sequence % REMEMBERED) + REMEMBERED) % REMEMBERED;
      if (seen[place] === numbered.sequence) {
        twice += 1;
        return { ...numbered, counts: false };
      }
      seen[place] = numbered.sequence;
      count(numbered.sequence);
      if (timed) {
        jitterMs += (Math.abs(now - transit) - jitterMs) / 16;
        [timestamp, transit] = [numbered.timestamp, now];
      }
      return { ...numbered, counts: true };
    },
    measures: (): Arrived => ({ received, twice, lost, lostInAll: lostBefore + lostHere(), jitterMs, restarts }),
  };
};
