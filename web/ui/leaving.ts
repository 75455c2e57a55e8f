import { useEffect, useRef, useState } from 'react';

/** How long a row that somebody else took stays to be seen going. Under 150 ms; row.css moves in the same time. */
const LEAVES_MS = 140;

export type Staying<Item> = { item: Item; leaving: boolean };

/** The items with those that just went, in their old places, for as long as they take to leave: each for its own while. */
export const useLeaving = <Item>(items: Item[], keyOf: (item: Item) => string): Staying<Item>[] => {
  const [known, setKnown] = useState(items);
  const [shown, setShown] = useState(() => items.map(stays));
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  if (known !== items) {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    setKnown(items);
    setShown(isStill ? items.map(stays) : withLeaving(shown, items, keyOf));
  }

  useEffect(() => {
    const running = timers.current;
    for (const key of shown.filter(({ leaving }) => leaving).map(({ item }) => keyOf(item))) {
      if (running.has(key)) continue;
      const gone = () => {
        running.delete(key);
        setShown((all) => all.filter(({ item, leaving }) => !leaving || keyOf(item) !== key));
      };
      running.set(key, setTimeout(gone, LEAVES_MS));
    }
  }, [shown, keyOf]);
  useEffect(() => {
    const running = timers.current;
    return () => running.forEach((timer) => clearTimeout(timer));
  }, []);

  return shown;
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
