/** Random numbers from a seed (mulberry32), so that a run can be repeated. */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** One of some, by chance. */
export const oneOf = <Item>(all: readonly Item[], next: () => number): Item => all[Math.floor(next() * all.length)] as Item;
