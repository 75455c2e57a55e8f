import { createContext, useContext } from 'react';

/** A stretch of a message that something on the screen was made from. */
export type Source = { messageId: string; start: number; end: number };

export type Spotlight = {
  /** What stands in the light; `bring` changes with each wish to see it. */
  lit?: Source & { bring?: number };
  /** Marks the words; with `bring` they come into view as well. */
  light: (source: Source | undefined, bring?: boolean) => void;
};

export const SpotlightContext = createContext<Spotlight>({ light: () => {} });
export const useSpotlight = (): Spotlight => useContext(SpotlightContext);
