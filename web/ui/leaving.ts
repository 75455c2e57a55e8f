import { useEffect, useState } from 'react';
import { serverNow } from './now.ts';

/** How long a row that somebody else took stays to be seen going. Under 150 ms; row.css moves in the same time. */
const LEAVES_MS = 140;
/** Who leaves sooner after another is not seen going: in a flood no eye could follow, and each would move the whole list. */
const APART_MS = 500;

export type Staying<Item> = { item: Item; leaving: boolean };

/** The items with those that just went, in their old places, for as long as they take to leave. */
export const useLeaving = <Item>(items: Item[], keyOf: (item: Item) => string): Staying<Item>[] => {
  const [known, setKnown] = useState(items);
  const [{ shown, wentAt }, setDrawn] = useState<Drawn<Item>>(() => ({ shown: items.map(stays), wentAt: -Infinity }));
  if (known !== items) {
    setKnown(items);
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    setDrawn(drawnAnew({ shown, wentAt }, items, keyOf, serverNow(), isStill ? Infinity : APART_MS));
  }

  useEffect(() => {
    if (!shown.some(({ leaving }) => leaving)) return;
    const gone = setTimeout(() => setDrawn((drawn) => ({ ...drawn, shown: drawn.shown.filter(({ leaving }) => !leaving) })), LEAVES_MS);
    return () => clearTimeout(gone);
  }, [shown]);

  return shown;
};

/** What stands on the screen, and when a row went last, by `serverNow`. */
type Drawn<Item> = { shown: Staying<Item>[]; wentAt: number };

export const drawnAnew = <Item>({ shown, wentAt }: Drawn<Item>, items: readonly Item[], keyOf: (item: Item) => string, now: number, apart = APART_MS): Drawn<Item> => {
  const leaving = withLeaving(shown, items, keyOf);
  if (!leaving.some((row) => row.leaving)) return { shown: leaving, wentAt };
  return { shown: now - wentAt > apart ? leaving : items.map(stays), wentAt: now };
};

const stays = <Item>(item: Item): Staying<Item> => ({ item, leaving: false });

/** The new items, and between them those that were shown and are no longer there. */
export const withLeaving = <Item>(shown: readonly Staying<Item>[], items: readonly Item[], keyOf: (item: Item) => string): Staying<Item>[] => {
  const keys = new Set(items.map(keyOf));
  const places = new Map(shown.map(({ item }, at) => [keyOf(item), at]));
  const merged = items.map(stays);
  for (const { item } of shown.filter((one) => !keys.has(keyOf(one.item)))) {
    const before = merged.findIndex((other) => (places.get(keyOf(other.item)) ?? Infinity) > (places.get(keyOf(item)) ?? 0));
    merged.splice(before < 0 ? merged.length : before, 0, { item, leaving: true });
  }
  return merged;
};
