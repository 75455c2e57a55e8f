import { randomBytes } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync, type ReadStream } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** An object that is being written. It has its place only once it is kept. */
export type WritingObject = {
  key: string;
  bytes: () => number;
  write: (chunk: Uint8Array) => void;
  /** On the disk, for good. */
  keep: () => void;
  drop: () => Promise<void>;
};

/** Large things beside the database, each under a random key. No name that anybody gave reaches a path. */
export type Objects = {
  begin: () => WritingObject;
  open: (key: string) => ReadStream;
  read: (key: string) => Promise<Buffer>;
  has: (key: string) => boolean;
  remove: (key: string) => Promise<void>;
  /** Removes what was begun and never kept, older than so many seconds. */
  sweep: (olderThanSeconds: number) => Promise<number>;
};

const KEY = /^[0-9a-f]{48}$/;

/** Objects in a folder of this machine, or of one that several machines share. */
export const objectsIn = (folder: string): Objects => {
  const unkept = path.join(folder, 'unkept');
  const placeOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error('That is no key of an object.');
    return path.join(folder, key.slice(0, 2), key);
  };
  return {
    begin: () => writing(unkept, placeOf),
    open: (key) => createReadStream(placeOf(key)),
    read: (key) => readFile(placeOf(key)),
    has: (key) => existsSync(placeOf(key)),
    remove: (key) => rm(placeOf(key), { force: true }),
    sweep: async (olderThanSeconds) => {
      const names = await readdir(unkept).catch(() => []);
      let gone = 0;
      for (const name of names) {
        const file = path.join(unkept, name);
        const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now());
        if (age < olderThanSeconds * 1000) continue;
        await rm(file, { force: true });
        gone += 1;
      }
      return gone;
    },
  };
};

/** Written as it comes: the disk takes a piece faster than a line brings the next, and nothing piles up in memory. */
const writing = (unkept: string, placeOf: (key: string) => string): WritingObject => {
  const key = randomBytes(24).toString('hex');
  const begun = path.join(unkept, key);
  mkdirSync(unkept, { recursive: true, mode: 0o700 });
  let file: number | undefined = openSync(begun, 'wx', 0o600);
  let bytes = 0;
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  return {
    key,
    bytes: () => bytes,
    write: (chunk) => {
      if (file === undefined) throw new Error('This object is closed.');
      for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
      bytes += chunk.length;
    },
    keep: () => {
      if (file === undefined) return;
      fsyncSync(file);
      close();
      const place = placeOf(key);
      mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
      renameSync(begun, place);
    },
    drop: async () => {
      close();
      await rm(begun, { force: true });
    },
  };
};
