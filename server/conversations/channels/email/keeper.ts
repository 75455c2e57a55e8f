import { createHash } from 'node:crypto';
import type { Aside } from './aside.ts';
import { limits } from './limits.ts';
import { followParts } from './parts-seen.ts';
import type { Room } from './room.ts';

/** Of a mail what can be read, and a digest of all of it. `wasCut`: more is missing than the insides of attachments. */
export type Kept = { bytes: Buffer; digest: string; wasCut: boolean };

export type Keeper = {
  feed: (chunk: Buffer) => void;
  /** What was kept; nothing when there was no room for it. */
  end: () => Kept | undefined;
  /** The kept bytes are no longer needed. */
  drop: () => void;
};

const LINE_END = 10;
const LONGEST_LINE = 64 * 1024;
const STEP = 64 * 1024;

/** Keeps a mail as it flows by, with the insides of its attachments laid aside, and never all of an endless one. */
export const keepMail = (room: Room, aside?: Aside): Keeper => {
  const hash = createHash('sha256');
  const parts = followParts();
  const count = { lines: 0, borders: 0, head: 0, part: 0 };
  let bytes = Buffer.alloc(0);
  let length = 0;
  let open: Buffer = Buffer.alloc(0);
  let isHead = true;
  let isAside = false;
  let wasCut = false;
  let hasRoom = true;

  const append = (line: Buffer): void => {
    if (length + line.length > bytes.length) {
      const size = Math.min(Math.max(bytes.length * 2, STEP, length + line.length), limits.keptBytes + LONGEST_LINE);
      hasRoom &&= room.take(size - bytes.length);
      if (!hasRoom) return;
      const larger = Buffer.allocUnsafe(size);
      bytes.copy(larger, 0, 0, length);
      bytes = larger;
    }
    line.copy(bytes, length);
    length += line.length;
    count.lines += 1;
    count.part += line.length;
  };

  const take = (line: Buffer): void => {
    const place = parts.placeOf(line);
    if (place === 'border') {
      count.borders += 1;
      count.part = 0;
      aside?.end();
      isAside = false;
    }
    if (place !== 'header') isHead = false;
    if (place === 'after') return;
    if (place === 'attachment') return layAside(line);
    keep(line);
  };

  /** In the place of an attachment stands one line that says which it is. */
  const layAside = (line: Buffer): void => {
    if (isAside) return aside?.line(line);
    isAside = true;
    const standIn = aside?.begin(parts.encoding());
    if (standIn) keep(standIn);
    aside?.line(line);
  };

  const keep = (line: Buffer): void => {
    if (isHead) count.head += line.length;
    const isTooMuch =
      (isHead && count.head > limits.keptBytesOfHeaders) ||
      count.part + line.length > limits.keptBytesOfOnePart ||
      length + line.length > limits.keptBytes ||
      count.lines >= limits.keptLines ||
      count.borders > limits.keptBorders;
    if (isTooMuch) wasCut = true;
    else if (hasRoom) append(line);
  };

  return {
    feed: (chunk) => {
      hash.update(chunk);
      const data = open.length > 0 ? Buffer.concat([open, chunk]) : chunk;
      let from = 0;
      for (let end = data.indexOf(LINE_END); end >= 0; end = data.indexOf(LINE_END, from)) {
        take(data.subarray(from, end + 1));
        from = end + 1;
      }
      open = data.subarray(from);
      if (open.length <= LONGEST_LINE) return;
      take(open);
      open = Buffer.alloc(0);
    },
    end: () => {
      if (open.length > 0) take(open);
      open = Buffer.alloc(0);
      aside?.end();
      return hasRoom ? { bytes: bytes.subarray(0, length), digest: hash.digest('hex'), wasCut } : undefined;
    },
    drop: () => {
      room.giveBack(bytes.length);
      bytes = Buffer.alloc(0);
      length = 0;
    },
  };
};
