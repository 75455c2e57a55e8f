import { useEffect, useState } from 'react';

/** How long a row that somebody else took stays to be seen going. Under 150 ms; row.css moves in the same time. */
const LEAVES_MS = 140;

export type Staying<Item> = { item: Item; leaving: boolean };

/** The items with those that just went, in their old places, for as long as they take to leave. */
export const useLeaving = <Item>(items: Item[], keyOf: (item: Item) => string): Staying<Item>[] => {
  const [shown, setShown] = useState(items);
  const now = new Map(items.map((item) => [keyOf(item), item]));
  const gone = shown.filter((item) => !now.has(keyOf(item)));
  const still = gone.length > 0 && !matchMedia('(prefers-reduced-motion: reduce)').matches;

  useEffect(() => {
    const timer = setTimeout(() => setShown(items), still ? LEAVES_MS : 0);
    return () => clearTimeout(timer);
  }, [items, still]);

  if (!still) return items.map((item) => ({ item, leaving: false }));
  const places = new Map(shown.map((item, at) => [keyOf(item), at]));
  const merged = items.map((item) => ({ item, leaving: false }));
  for (const item of gone) {
    const before = merged.findIndex((other) => (places.get(keyOf(other.item)) ?? Infinity) > (places.get(keyOf(item)) ?? 0));
    merged.splice(before < 0 ? merged.length : before, 0, { item, leaving: true });
  }
  return merged;
};
