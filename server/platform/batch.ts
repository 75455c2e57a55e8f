// Larger ones carry hardly cheaper, and leave the process idle while everybody is on the way.
const MOST_IN_A_BATCH = 32;

/**
 * Those who come in the same moment go together, because the way to the database costs far more than what is carried.
 * One batch is under way at a time: who comes meanwhile goes with the next, so the busier it is, the larger they are.
 * Of those with the same key one goes; the others wait for the next. `go` tells each how it went and never rejects.
 */
export const batch = <One>(go: (all: readonly One[]) => Promise<void>, keyOf: (one: One) => string | undefined = () => undefined) => {
  let waiting: One[] = [];
  let underWay = false;

  const pick = (): One[] => {
    const taken = new Set<string>();
    const going: One[] = [];
    const staying: One[] = [];
    for (const one of waiting) {
      const key = keyOf(one);
      const goes = going.length < MOST_IN_A_BATCH && (key === undefined || !taken.has(key));
      (goes ? going : staying).push(one);
      if (goes && key !== undefined) taken.add(key);
    }
    waiting = staying;
    return going;
  };

  const leave = async (): Promise<void> => {
    while (waiting.length > 0) await go(pick());
    underWay = false;
  };

  return {
    join: (one: One): void => {
      waiting.push(one);
      if (underWay) return;
      underWay = true;
      // Once all that has come in is read: who stands at the door already goes along.
      setImmediate(() => void leave());
    },
  };
};
