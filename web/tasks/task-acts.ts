import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What can be done on this screen, for those who act by name: the palette. */
export type OfferedAct = { label: string; does: () => void };

let offered: OfferedAct[] = [];
const listeners = new Set<() => void>();
const say = (acts: OfferedAct[]): void => {
  offered = acts;
  for (const listen of listeners) listen();
};
const subscribe = (listen: () => void) => {
  listeners.add(listen);
  return () => void listeners.delete(listen);
};

/** Offers these while the piece is on screen. What an act does is looked up when it is chosen. */
export const useOfferedActs = (acts: OfferedAct[]): void => {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const labels = acts.map(({ label }) => label).join('\n');
  useEffect(() => {
    if (!labels) return;
    const own = labels.split('\n').map((label) => ({ label, does: () => latest.current.find((act) => act.label === label)?.does() }));
    say(own);
    return () => {
      if (offered === own) say([]);
    };
  }, [labels]);
};

export const useActsOnOffer = (): OfferedAct[] => useSyncExternalStore(subscribe, () => offered);
