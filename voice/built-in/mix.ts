import type { MediaTransport } from '../media-transport.ts';
import type { Tape } from '../mixer/sides.ts';
import type { LegQuality, Supervision } from '../provider/call.ts';

type Supervising = { mode: 'whisper'; target: string } | { mode: Exclude<Supervision, 'whisper'> };

/** What the engine asks of the mixer. Asking for a leg that is not there changes nothing. */
export type Mix = {
  join: (conference: string, joining: {
    leg: string; side: 'customer' | 'staff'; transport: MediaTransport; held: boolean; muted: boolean; supervising?: Supervising;
  }) => void;
  leave: (leg: string) => void;
  move: (leg: string, conference: string) => void;
  hold: (leg: string, held: boolean, music?: string) => void;
  mute: (leg: string, muted: boolean) => void;
  supervise: (leg: string, supervising: Supervising | undefined) => void;
  play: (playback: string, to: { leg: string } | { conference: string }, sound: Float32Array) => void;
  stop: (playback: string) => void;
  record: (conference: string, tape: Tape | undefined, name?: string) => void;
  /** How a leg sounds; nothing before anything was heard of it. */
  quality: (leg: string) => LegQuality | undefined;
  sendDigits: (leg: string, digits: string) => boolean;
  /** A key that came another way than in the sound. */
  key: (leg: string, digit: string) => void;
  gather: (gather: string, leg: string, wish: { maxDigits: number; timeoutMs: number; closingKey?: string }, after?: string) => void;
};

export const supervisingOf = (supervises?: { target: string; mode: Supervision }): Supervising | undefined =>
  supervises && (supervises.mode === 'whisper' ? { mode: 'whisper', target: supervises.target } : { mode: supervises.mode });
