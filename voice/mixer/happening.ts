import type { Gathered } from '../digits/gather.ts';

/** What the mixer tells of by itself. Whoever drives the process turns these into the desk's own words. */
export type Happening =
  | { type: 'leg.digit'; leg: string; digit: string; heldMs: number }
  | { type: 'leg.lost'; leg: string; cause: 'closed' | 'media-lost' }
  | { type: 'playback.ended'; playback: string; cause: 'played' | 'stopped' }
  | ({ type: 'gather.ended'; gather: string; leg: string } & Gathered);

export type Report = (happening: Happening) => void;
