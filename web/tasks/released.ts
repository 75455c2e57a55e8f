import { useSyncExternalStore } from 'react';

/** A task that was taken from me by the clock, or with a reason by whoever leads; until I look elsewhere. */
export type Released = { taskId: string; at: string; reason?: string };

let released: Released | undefined;
const listeners = new Set<() => void>();

export const setReleased = (next: Released | undefined): void => {
  released = next;
  for (const listen of listeners) listen();
};

const subscribe = (listen: () => void) => {
  listeners.add(listen);
  return () => void listeners.delete(listen);
};

export const useReleased = (): Released | undefined => useSyncExternalStore(subscribe, () => released);
