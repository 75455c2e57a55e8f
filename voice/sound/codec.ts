import type { LegCodec } from '@firstline/voice/media-transport.ts';
import { createConcealer } from './conceal.ts';
import { fromPcm16, toPcm16 } from './frame.ts';
import { fromLaw, toLaw } from './g711.ts';
import { createOpusDecoder, createOpusEncoder } from './opus.ts';
import { downBy } from './resample.ts';

/** Unpacks one leg's sound at the codec's own rate, in order; guesses what did not come. */
export type Decoder = {
  /** Nothing, when the packet is no sound of this codec. */
  decode: (payload: Uint8Array) => Float32Array | undefined;
  /** Some sound that could have come; the longer it guesses, the softer. */
  conceal: () => Float32Array;
};

/** Packs frames of 48 kHz. */
export type Encoder = (frame: Float32Array) => Uint8Array;

/** 120 ms of Opus at its highest rate fit; nothing that is longer was made by an encoder. */
const LONGEST = 1500;

export const decoderFor = ({ name }: LegCodec): Decoder => (name === 'opus' ? opusDecoder() : lawDecoder(name));

export const encoderFor = (name: LegCodec['name']): Encoder => {
  if (name === 'opus') {
    const encode = createOpusEncoder();
    return (frame) => encode(toPcm16(frame));
  }
  const down = downBy(6);
  return (frame) => toLaw(name, toPcm16(down(frame)));
};

const lawDecoder = (law: 'pcmu' | 'pcma'): Decoder => {
  const concealer = createConcealer(8000);
  return {
    decode: (payload) =>
      payload.length === 0 || payload.length > LONGEST ? undefined : concealer.heard(fromLaw(law, payload)),
    conceal: concealer.conceal,
  };
};

/**
 * The decoder can guess by itself (asked by an empty packet), but lets tones sag and spoils the frame after the gap: of a
 * tone with 10 % lost 81 % were whole, with the last period repeated 94 %. On speech both are alike (a likeness of 0.936
 * against 0.933), so one guess serves all codecs.
 */
const opusDecoder = (): Decoder => {
  const decode = createOpusDecoder();
  const concealer = createConcealer(48_000);
  return {
    decode: (payload) => {
      if (payload.length === 0 || payload.length > LONGEST) return undefined;
      try {
        return concealer.heard(fromPcm16(decode(payload)));
      } catch {
        return undefined;
      }
    },
    conceal: concealer.conceal,
  };
};
