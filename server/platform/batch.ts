// Larger ones carry hardly cheaper, and leave the process idle while everybody is on the way.
const MOST_IN_A_BATCH = 32;

export type Ways<One> = {
  /** So many batches are under way at the same moment: while one waits for the disk, others are written and made ready. */
  atOnce: number;
  /** Of those with the same key one is under way at a time; the others wait for it. */
  keyOf?: (one: One) => string | undefined;
};

/**
 * Those who come in the same moment go together, because the way to the database costs far more than what is carried.
 * A few batches are under way at a time: who comes meanwhile goes with the next, so the busier it is, the larger they are.
 * `go` tells each how it went and never rejects.
 */
export const batch = <One>(go: (all: readonly One[]) => Promise<void>, { atOnce, keyOf = () => undefined }: Ways<One>) => {
  const keys = new Set<string>();
  let waiting: One[] = [];
  let underWay = 0;
  let isGathering = false;

  const pick = (): One[] => {
    const going: One[] = [];
    const staying: One[] = [];
    for (const one of waiting) {
      const key = keyOf(one);
      const goes = going.length < MOST_IN_A_BATCH && (key === undefined || !keys.has(key));
      (goes ? going : staying).push(one);
      if (goes && key !== undefined) keys.add(key);
    }
    waiting = staying;
    return going;
  };

  const leave = async (): Promise<void> => {
    isGathering = false;
    for (let all = pick(); all.length > 0; all = pick()) {
      await go(all);
      for (const one of all) keys.delete(keyOf(one) ?? '');
    }
    underWay -= 1;
  };

  return {
    join: (one: One): void => {
      waiting.push(one);
      if (isGathering || underWay === atOnce) return;
      underWay += 1;
      isGathering = true;
      // Once all that has come in is read: who stands at the door already goes along.
      setImmediate(() => void leave());
    },
  };
};
