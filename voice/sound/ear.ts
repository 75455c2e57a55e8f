import type { LegCodec, PacketIn } from '@firstline/voice/media-transport.ts';
import { createArrivals, type Arrived } from './arrivals.ts';
import { decoderFor } from './codec.ts';
import { createComfortNoise } from './comfort-noise.ts';
import { FRAME, SILENCE } from './frame.ts';
import { createPlayout } from './playout.ts';
import { upBy } from './resample.ts';

/** The receiving half of a leg: packets as they come in, even frames out. */
export type Ear = {
  /** Sound, or the quiet in its place (RFC 3389). Never throws, whatever it is given. */
  take: (packet: PacketIn, comfort?: boolean) => void;
  /** A packet of the same stream that is no sound (a keyed digit): its number is not missed. */
  pass: (packet: PacketIn) => void;
  /** The next 20 ms at 48 kHz, to be heard at this moment. */
  frame: (at: number) => Float32Array;
  measures: () => EarMeasures;
};

export type EarMeasures = Arrived & {
  /** Came too late to be played. */
  late: number;
  /** Share of the sound that was not there when its turn came, 0 to 1; of the last seconds. */
  missing: number;
  /** Between a sound's arrival by the quickest way and its turn. */
  bufferMs: number;
  targetMs: number;
  concealedMs: number;
  /** By how much the sound was shortened (less than nought) or lengthened to keep pace. */
  stretchedMs: number;
};

export const createEar = (codec: LegCodec, chance: () => number = Math.random, decoder = decoderFor(codec)): Ear => {
  const arrivals = createArrivals(codec.clockRate);
  const playout = createPlayout(codec.clockRate, decoder, createComfortNoise(chance));
  const up = codec.clockRate === 8000 ? upBy(6) : undefined;

  return {
    take: (packet, comfort = false) => {
      const known = arrivals.note(packet);
      if (known.restarts) playout.restart();
      if (known.counts) playout.add({ sequence: known.sequence, timestamp: known.timestamp, payload: packet.payload, comfort }, packet.arrivedAt);
    },
    pass: (packet) => {
      const known = arrivals.note(packet, false);
      if (known.counts) playout.pass(packet.arrivedAt);
    },
    frame: (at) => {
      const sound = playout.next(at);
      if (!sound) return SILENCE;
      return up ? up(sound) : sound.length === FRAME ? sound : SILENCE;
    },
    measures: () => ({ ...arrivals.measures(), ...playout.measures() }),
  };
};
