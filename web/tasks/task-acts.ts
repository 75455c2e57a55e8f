import { useSyncExternalStore } from 'react';

/** What can be done with the task on the screen, for those who act by name: the palette. */
export type OfferedAct = { label: string; does: () => void; refused?: string; keys?: string };

let offered: OfferedAct[] = [];
const listeners = new Set<() => void>();

/** Offers these until it is called off. */
export const offerActs = (acts: OfferedAct[]): (() => void) => {
  offered = acts;
  for (const listen of listeners) listen();
  return () => {
    if (offered !== acts) return;
    offered = [];
    for (const listen of listeners) listen();
  };
};

const subscribe = (listen: () => void) => {
  listeners.add(listen);
  return () => void listeners.delete(listen);
};

export const useOfferedActs = (): OfferedAct[] => useSyncExternalStore(subscribe, () => offered);
