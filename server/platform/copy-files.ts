import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Copies the files of a desk that are not there yet, and answers how many stand there now. What was begun and never kept stays behind. */
export const copyFiles = async (from: string, to: string): Promise<number> => {
  let there = 0;
  for (const folder of await foldersIn(from)) {
    await mkdir(path.join(to, folder), { recursive: true, mode: 0o700 });
    for (const name of await readdir(path.join(from, folder))) {
      const target = path.join(to, folder, name);
      const source = path.join(from, folder, name);
      const known = await stat(target).catch(() => undefined);
      // A copy that was cut is shorter, and is made again.
      if (known?.size !== (await stat(source)).size) await copyFile(source, target, constants.COPYFILE_FICLONE);
      there += 1;
    }
  }
  return there;
};

const foldersIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
