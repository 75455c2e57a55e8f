import { setTimeout as wait } from 'node:timers/promises';

/** Nothing to wait for but time. */
export const rest = (milliseconds: number): Promise<void> => wait(milliseconds);

/** Looks again and again; undefined when it did not come in time. */
export const until = async <T>(look: () => T | undefined | false, milliseconds = 8000): Promise<T | undefined> => {
  for (const end = performance.now() + milliseconds; performance.now() < end; await wait(50)) {
    const found = look();
    if (found) return found;
  }
  return undefined;
};
