import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HEADER_BYTES, wavHeader } from '../sound/wav.ts';
import { RECORDED, UNFINISHED, type Recorded } from './recorder.ts';

const BLOCK = RECORDED.channels * 2;

/** Before anything records again: what a crash left half done becomes whole recordings, of what was heard until then. */
export const mendRecordings = async (folder: string): Promise<Recorded[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(`.wav${UNFINISHED}`));
  const mended = await Promise.all(names.map((name) => mend(join(folder, name))));
  return mended.flatMap((recorded) => recorded ?? []);
};

const mend = async (unfinished: string): Promise<Recorded | undefined> => {
  const path = unfinished.slice(0, -UNFINISHED.length);
  const file = await open(unfinished, 'r+');
  const { size } = await file.stat();
  const data = Math.floor((size - HEADER_BYTES) / BLOCK) * BLOCK;
  if (data <= 0) {
    await file.close();
    await rm(unfinished);
    return undefined;
  }
  await file.truncate(HEADER_BYTES + data);
  const head = wavHeader(RECORDED, data);
  await file.write(head, 0, head.length, 0);
  await file.datasync();
  await file.close();
  await rename(unfinished, path);
  return { path, ms: Math.round((data * 1000) / BLOCK / RECORDED.rate), whole: true };
};
