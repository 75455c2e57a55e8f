/** How many companies may be on their way at once; who comes meanwhile waits and goes with the next. */
const MOST_UNDER_WAY = 2;
const MOST_IN_COMPANY = 64;

/**
 * Those who come in the same moment go together, because the way to the database costs far more than what is carried.
 * Of those with the same key one goes; the others go with the next.
 */
export const company = <One>(go: (all: readonly One[]) => Promise<void>, keyOf: (one: One) => string | undefined = () => undefined) => {
  let waiting: One[] = [];
  let underWay = 0;

  const pick = (): One[] => {
    const taken = new Set<string>();
    const going: One[] = [];
    const staying: One[] = [];
    for (const one of waiting) {
      const key = keyOf(one);
      const goes = going.length < MOST_IN_COMPANY && (key === undefined || !taken.has(key));
      (goes ? going : staying).push(one);
      if (goes && key !== undefined) taken.add(key);
    }
    waiting = staying;
    return going;
  };

  const leave = async (): Promise<void> => {
    if (waiting.length === 0 || underWay >= MOST_UNDER_WAY) return;
    underWay += 1;
    await go(pick());
    underWay -= 1;
    await leave();
  };

  return {
    join: (one: One): void => {
      waiting.push(one);
      // At the end of this turn: whoever was answered by one statement goes on together.
      if (waiting.length === 1) process.nextTick(() => void leave());
    },
  };
};
