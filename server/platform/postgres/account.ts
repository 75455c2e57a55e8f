import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { NotPossible } from './not-possible.ts';

/** Who PostgreSQL runs as. `undefined`: as whoever runs the application. */
export type Account = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses root. Under root it runs as the owner of the data, and as nobody while there is none. */
export const serverAccount = (data: string): Account => {
  const owner = statSync(data, { throwIfNoEntry: false });
  if (process.getuid?.() === 0) return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();

  if (owner && owner.uid !== process.getuid?.()) {
    throw new NotPossible(
      `The database in ${data} belongs to another user (uid ${owner.uid}). ` +
        `Start as that user or as root, or make it yours: sudo chown -R ${process.getuid?.()} ${dirname(data)}`,
    );
  }
  return undefined;
};

/** Whether that account may enter the folder or run the program: every folder above counts, so only the system can tell. */
export const canReach = (account: Account, path: string) =>
  account === undefined ||
  spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...account, cwd: '/' }).status === 0;

const nobody = () => {
  const [, , uid, gid] = readFileSync('/etc/passwd', 'utf8').match(/^nobody:.*/m)?.[0].split(':') ?? [];
  // macOS writes nobody as -2, which system calls take as an unsigned number.
  return { uid: Number(uid ?? 65534) >>> 0, gid: Number(gid ?? 65534) >>> 0 };
};
