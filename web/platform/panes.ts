import { createContext, useContext, useState, useSyncExternalStore } from 'react';

export type PaneName = 'list' | 'side';
export type Layout = { list: number; side: number; folded: PaneName[] };

/** Pixels: what a pane may shrink and grow to. */
export const LIMITS: Record<PaneName, { least: number; most: number; usual: number }> = {
  list: { least: 220, most: 460, usual: 296 },
  side: { least: 280, most: 560, usual: 348 },
};

const usual: Layout = { list: LIMITS.list.usual, side: LIMITS.side.usual, folded: [] };

/** Sizes and folds of one screen's panes, remembered by this browser. */
export const useLayout = (screen: string): [Layout, (change: Partial<Layout>) => void] => {
  const place = `firstline.panes.${screen}`;
  const [layout, setLayout] = useState<Layout>(() => remembered(place));
  const change = (part: Partial<Layout>) => {
    const next = { ...layout, ...part };
    setLayout(next);
    try {
      localStorage.setItem(place, JSON.stringify(next));
    } catch {
      // Not remembered, then; the panes still move.
    }
  };
  return [layout, change];
};

export const clampPane = (pane: PaneName, width: number): number =>
  Math.round(Math.min(LIMITS[pane].most, Math.max(LIMITS[pane].least, width)));

const remembered = (place: string): Layout => {
  try {
    const kept: Partial<Layout> = JSON.parse(localStorage.getItem(place) ?? '{}');
    return {
      list: clampPane('list', Number(kept.list) || usual.list),
      side: clampPane('side', Number(kept.side) || usual.side),
      folded: (kept.folded ?? []).filter((name) => name === 'list' || name === 'side'),
    };
  } catch {
    return usual;
  }
};

/** `wide`: all panes. `drawer`: the side lies over the work. `phone`: one pane is the screen. */
export type Room = 'wide' | 'drawer' | 'phone';

const drawer = globalThis.matchMedia?.('(max-width: 1099px)');
const phone = globalThis.matchMedia?.('(max-width: 760px)');

export const useRoom = (): Room =>
  useSyncExternalStore(
    (hear) => {
      for (const query of [drawer, phone]) query?.addEventListener('change', hear);
      return () => [drawer, phone].forEach((query) => query?.removeEventListener('change', hear));
    },
    () => (phone?.matches ? 'phone' : drawer?.matches ? 'drawer' : 'wide'),
  );

export type PaneScreen = 'list' | 'work' | 'side';
export type Panes = { room: Room; sideOpen: boolean; show: (screen: PaneScreen) => void };

export const PanesContext = createContext<Panes>({ room: 'wide', sideOpen: true, show: () => {} });

/** For what stands inside the panes: the way back to the list, the way to the side. */
export const usePanes = (): Panes => useContext(PanesContext);
