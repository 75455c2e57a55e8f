import { spawnSync } from 'node:child_process';
import type { Child, Children } from './children.ts';

/** The desk is .1, phones and carriers are the others; nothing of it leaves the machine. */
export const NETWORK = '10.77.0';
export const at = (last: number): string => `${NETWORK}.${last}`;
const LAST = 9;

const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args, { timeout: 5000 }).status === 0;

export const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** The words that make a network of one's own; undefined where this is not allowed. */
const apart = (): string[] | undefined => [['-n'], ['-rn']].find((words) => runs('unshare', ...words, 'ip', 'link', 'set', 'lo', 'up'));

/** Why these trials cannot run here; nothing: they can. */
export const missing = (...programs: string[]): string | undefined => {
  const absent = ['unshare', 'ip', ...programs].find((program) => !has(program));
  if (absent) return `${absent} is not installed`;
  return apart() ? undefined : 'no network of its own may be made';
};

/** Runs a trial in a network of its own: baresip does not speak to loopback, and nobody else's ports are in the way. */
export const startApart = (children: Children, script: string, args: readonly string[] = []): Child => {
  const addresses = Array.from({ length: LAST }, (_, n) => `ip addr add ${at(n + 1)}/24 dev phones`);
  const steps = ['ip link set lo up', 'ip link add phones type veth peer name others', 'ip link set others up', ...addresses, 'ip link set phones up'];
  return children.start('unshare', [...(apart() ?? ['-n']), 'sh', '-ec', `${steps.join('; ')}; exec "$@"`, 'sh', process.execPath, '--import', 'tsx', script, ...args]);
};
