import { readFileSync } from 'node:fs';

/** Processor time that a process has had, in milliseconds: the machine says it in hundredths of a second. */
export const chargedMs = (pid: number): number => {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
};
