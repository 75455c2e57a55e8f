import { randomBytes } from 'node:crypto';
import type { Objects, WritingObject } from '../../../platform/objects.ts';
import { limits } from './limits.ts';
import { partDecoder, type PartDecoder } from './part-decoder.ts';
import type { Room } from './room.ts';

/** Where the insides of attachments go while a mail flows by: onto the disk, decoded, and never into memory. */
export type Aside = {
  /** Begins a part and answers the line that stands in its place; nothing when there is no more room for it. */
  begin: (encoding: string) => Buffer | undefined;
  line: (line: Buffer) => void;
  end: () => void;
  /** The object that stands for this content, if it is one of our lines. */
  objectFor: (content: Buffer) => WritingObject | undefined;
  /** An object of its own for content that is in memory. */
  put: (content: Buffer) => WritingObject | undefined;
  /** Everything that nobody has kept goes. */
  drop: () => void;
};

export type AsideIn = { objects: Objects; disk: Room };

export const makeAside = ({ objects, disk }: AsideIn): Aside => {
  const nonce = randomBytes(16).toString('hex');
  const written: { object: WritingObject; isWhole: boolean }[] = [];
  let now: PartDecoder | undefined;
  let held = 0;

  const put = (bytes: Buffer): void => {
    const part = written.at(-1);
    if (!part?.isWhole || bytes.length === 0) return;
    part.isWhole = disk.take(bytes.length);
    if (!part.isWhole) return;
    held += bytes.length;
    part.object.write(bytes);
  };
  const end = (): void => {
    if (now) put(now.end());
    now = undefined;
  };

  return {
    begin: (encoding) => {
      end();
      if (written.length >= limits.attachments) return undefined;
      written.push({ object: objects.begin(), isWhole: true });
      now = partDecoder(encoding);
      const said = `${nonce}-${written.length - 1}`;
      return Buffer.from(`${encoding === 'base64' ? Buffer.from(said).toString('base64') : said}\r\n`);
    },
    line: (line) => now && put(now.line(line)),
    end,
    objectFor: (content) => {
      const said = content.length < 100 ? content.toString('latin1').trim() : '';
      const part = said.startsWith(`${nonce}-`) ? written[Number(said.slice(nonce.length + 1))] : undefined;
      return part?.isWhole ? part.object : undefined;
    },
    put: (content) => {
      end();
      if (written.length >= limits.attachments + 1) return undefined;
      const part = { object: objects.begin(), isWhole: true };
      written.push(part);
      put(content);
      return part.isWhole ? part.object : undefined;
    },
    drop: () => {
      now = undefined;
      disk.giveBack(held);
      held = 0;
      for (const { object } of written.splice(0)) void object.drop();
    },
  };
};

const STAND_IN = /^[0-9a-f]{32}-\d+\s*$/;

/** A line of ours without its object: the disk had no room for it. */
export const isStandIn = (content: Buffer): boolean => content.length < 100 && STAND_IN.test(content.toString('latin1'));

/** Whether such lines stand in a mail that is carried as a file, plain or in base64. */
export const holdsStandIn = (mail: string): boolean =>
  // A large mail is not cut into all its lines: few are as long as one of these.
  mail.match(/^(?:[0-9a-f]{32}-\d+|[A-Za-z0-9+/]{43,48}={0,2})\r?$/gm)?.some((line) => STAND_IN.test(line) || isStandIn(Buffer.from(line, 'base64'))) ?? false;
