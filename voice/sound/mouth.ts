import type { LegCodec, PacketOut } from '@firstline/voice/media-transport.ts';

/** The sending half of a leg: every tick has one packet, and timestamps that never lose count of time. */
export type Mouth = {
  /** Sound that is packed already. */
  say: (payload: Uint8Array) => void;
  /** Time goes by and nothing is said (a digit is being sent instead). */
  skip: () => void;
  /** Timestamp of this tick. */
  timestamp: () => number;
};

export const createMouth = (codec: LegCodec, send: (packet: PacketOut) => void, began = 0): Mouth => {
  const step = codec.clockRate / 50;
  let timestamp = began >>> 0;
  /** The first packet after a pause is marked, so that the far side may set its buffer anew. */
  let marker = true;
  const pass = () => {
    timestamp = (timestamp + step) >>> 0;
  };
  return {
    say: (payload) => {
      send({ payloadType: codec.payloadType, timestamp, marker, payload });
      marker = false;
      pass();
    },
    skip: () => {
      marker = true;
      pass();
    },
    timestamp: () => timestamp,
  };
};
