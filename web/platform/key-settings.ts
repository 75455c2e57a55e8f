import { useSyncExternalStore } from 'react';

/** What a person chose: whether bare letters act at all (WCAG 2.1.4), and other keys than the shipped ones. */
export type KeySettings = { single: boolean; instead: Record<string, string> };

let settings: KeySettings = { single: true, instead: {} };
const listeners = new Set<() => void>();

export const keySettings = (): KeySettings => settings;

/** Set once the person is known; they are kept with the person, not with the browser. */
export const setKeySettings = (chosen: Partial<KeySettings>): void => {
  settings = { ...settings, ...chosen };
  for (const hear of listeners) hear();
};

const subscribe = (hear: () => void) => {
  listeners.add(hear);
  return () => void listeners.delete(hear);
};

export const useKeySettings = (): KeySettings => useSyncExternalStore(subscribe, keySettings);
