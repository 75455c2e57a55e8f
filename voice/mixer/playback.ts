import { FRAME, SILENCE } from '../sound/frame.ts';

/** Where a sound is played: to one leg alone, or to all of a conference. */
export type Audience = { leg: string } | { conference: string };

/** A sound on its way out, frame by frame. */
export type Playback = {
  readonly id: string;
  readonly to: Audience;
  /** The next 20 ms; nothing when it is over. */
  next: () => Float32Array | undefined;
};

export const createPlayback = (id: string, to: Audience, sound: Float32Array, loops = false): Playback => {
  let at = 0;
  return {
    id,
    to,
    next: () => {
      if (loops && at >= sound.length) at = 0;
      if (at >= sound.length) return undefined;
      const piece = sound.subarray(at, at + FRAME);
      at += FRAME;
      if (piece.length === FRAME) return piece;
      const padded = SILENCE.slice();
      padded.set(piece);
      return padded;
    },
  };
};
