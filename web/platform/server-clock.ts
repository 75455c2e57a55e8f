import { setClockOffset } from '../ui/now.ts';

/** How far the server's clock is ahead of ours: between these two, in milliseconds. */
export type Ahead = { least: number; most: number };

/** A moment by the server's clock, and the stretch of ours in which it fell. */
export type Seen = { from: number; to: number; asked: number; heard: number };

/** Each sighting narrows what is known; one that cannot be true beside it means that a clock was set. */
export const narrowed = (known: Ahead | undefined, { from, to, asked, heard }: Seen): Ahead => {
  const [least, most] = [from - heard, to - asked];
  if (!known || least > known.most || most < known.least) return { least, most };
  return { least: Math.max(least, known.least), most: Math.min(most, known.most) };
};

/** An event is on the screen this soon after it happened, nearly always. */
const UNDER_WAY_MS = 1000;

let known: Ahead | undefined;
let fromDatabase = false;

const see = (seen: Seen): void => {
  known = narrowed(known, seen);
  setClockOffset((known.least + known.most) / 2);
};

/** The `Date` header of an answer: whole seconds, of the process and not of the database. Good until something better is heard. */
export const heardDate = (header: string | null, asked: number): void => {
  const from = Date.parse(header ?? '');
  if (!fromDatabase && !Number.isNaN(from)) see({ from, to: from + 1000, asked, heard: Date.now() });
};

/** When something happened that was asked at `asked` and is answered now. */
export const heardDone = (at: string, asked: number): void => {
  fromDatabase = true;
  see({ from: Date.parse(at), to: Date.parse(at), asked, heard: Date.now() });
};

/** When something happened that the stream tells of now. */
export const heardEvent = (at: string): void => {
  fromDatabase = true;
  const now = Date.now();
  see({ from: Date.parse(at), to: Date.parse(at) + UNDER_WAY_MS, asked: now, heard: now });
};
