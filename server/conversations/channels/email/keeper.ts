import { createHash } from 'node:crypto';
import { limits } from './limits.ts';
import type { Room } from './room.ts';

/** Of a mail what can be read, and a digest of all of it. `wasCut`: more than the tails of large parts is missing. */
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

/**
 * Keeps a mail as it flows by, and never all of a large one: of each part only the beginning, so that a text
 * behind a large attachment is still there. Whatever begins with two hyphens may be the border of a part.
 */
export const keepMail = (room: Room): Keeper => {
  const hash = createHash('sha256');
  let bytes = Buffer.alloc(0);
  let length = 0;
  let lines = 0;
  let ofPart = 0;
  let part: 'headers' | 'body' = 'headers';
  let open: Buffer = Buffer.alloc(0);
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
    lines += 1;
    ofPart += line.length;
  };

  const take = (line: Buffer): void => {
    if (!hasRoom) return;
    if (line[0] === 0x2d && line[1] === 0x2d) ofPart = 0;
    if (part === 'headers' && (line[0] === LINE_END || (line[0] === 13 && line[1] === LINE_END))) {
      part = 'body';
      ofPart = 0;
    }
    if (part === 'body' && ofPart + line.length > limits.keptBytesOfOnePart) return;
    const isTooMuch = part === 'headers' ? ofPart + line.length > limits.keptBytesOfHeaders : length + line.length > limits.keptBytes;
    if (isTooMuch || lines >= limits.keptLines) wasCut = true;
    else append(line);
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
      return hasRoom ? { bytes: bytes.subarray(0, length), digest: hash.digest('hex'), wasCut } : undefined;
    },
    drop: () => {
      room.giveBack(bytes.length);
      bytes = Buffer.alloc(0);
      length = 0;
    },
  };
};
