import type { LegCodec, PacketIn } from '@firstline/voice/media-transport.ts';
import { decoderFor, type Decoder } from '@firstline/voice/sound/codec.ts';
import { createEar, type EarMeasures } from '@firstline/voice/sound/ear.ts';
import { farPhone } from './far-phone.ts';
import { seeded } from './seeded.ts';

/** What a network does to packets on their way. */
export type Network = {
  /** Share that never comes. */
  loss?: number;
  /** Each is late by up to so much, evenly spread. */
  jitterMs?: number;
  /** Share that comes after the next one, and share that comes twice. */
  reordered?: number;
  doubled?: number;
  /** By how much the far clock runs fast. */
  driftPpm?: number;
};

type Journey = { codec: LegCodec; says: (frame: number) => Float32Array; seconds: number; network: Network; seed?: number; conceals?: boolean };

/** Frames as the ear gave them, after the network had its way with them; and what the ear says of it. */
export const throughNetwork = ({ codec, says, seconds, network, seed = 7, conceals = true }: Journey): { sound: Float32Array; measures: EarMeasures } => {
  const chance = seeded(seed);
  const phone = farPhone(codec, says);
  const decoder = decoderFor(codec);
  const ear = createEar(codec, seeded(1), conceals ? decoder : { ...decoder, conceal: nothing(codec) });
  const frames = Math.round(seconds * 50);
  const travelling: PacketIn[] = [];
  const sound = new Float32Array(frames * 960);
  let spoken = 0;

  for (let tick = 0; tick < frames; tick += 1) {
    const at = (tick + 1) * 20;
    for (const step = 20 / (1 + (network.driftPpm ?? 0) / 1e6); spoken < at; spoken += step) {
      const packet = phone.next(spoken);
      const late = chance() * (network.jitterMs ?? 0) + (chance() < (network.reordered ?? 0) ? 25 : 0);
      const arriving = { ...packet, arrivedAt: spoken + 5 + late };
      if (chance() >= (network.loss ?? 0)) travelling.push(arriving);
      if (chance() < (network.doubled ?? 0)) travelling.push({ ...arriving, arrivedAt: arriving.arrivedAt + 3 });
    }
    travelling.sort((a, b) => a.arrivedAt - b.arrivedAt);
    while (travelling[0] && travelling[0].arrivedAt <= at) ear.take(travelling.shift()!);
    sound.set(ear.frame(at), tick * 960);
  }
  return { sound, measures: ear.measures() };
};

/** A decoder without any guess, to see what guessing is worth. */
const nothing = ({ clockRate }: LegCodec): Decoder['conceal'] => () => new Float32Array(clockRate / 100);
