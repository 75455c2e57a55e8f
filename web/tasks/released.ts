import { useSyncExternalStore } from 'react';

/** A task the clock took from me, until I look elsewhere. */
export type Released = { taskId: string; at: string };

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
