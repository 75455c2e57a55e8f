import { readdirSync, readFileSync } from 'node:fs';

// Linux counts processor time in hundredths of a second.
const TICKS = 100;

/** Seconds of processor time a process has used, its waited-for children included. */
export const cpuSeconds = (pid: number): number => {
  const fields = stat(pid);
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0) / TICKS;
};

/** The processes below one, itself included. */
export const familyOf = (pid: number): number[] => {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(stat(Number(name))[1] ?? 0);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (one: number): number[] => [one, ...(parents.get(one) ?? []).flatMap(below)];
  return below(pid);
};

/** Processor time of PostgreSQL and all its backends, living ones and those that are gone. */
export const familyCpuSeconds = (pid: number): number => familyOf(pid).reduce((sum, one) => sum + cpuSeconds(one), 0);

export const rssBytes = (pid: number): number => kilobytes(`/proc/${pid}/status`, 'VmRSS') * 1024;

/** Memory of a family, what they share counted once. */
export const familyPssBytes = (pid: number): number =>
  familyOf(pid).reduce((sum, one) => sum + kilobytes(`/proc/${one}/smaps_rollup`, 'Pss'), 0) * 1024;

const kilobytes = (file: string, field: string): number => {
  try {
    return Number(readFileSync(file, 'utf8').match(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm'))?.[1] ?? 0);
  } catch {
    return 0;
  }
};

/** The fields of /proc/<pid>/stat behind the name, which may hold blanks: the state is the first. */
const stat = (pid: number): string[] => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
};
