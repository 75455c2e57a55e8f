export type PortWindow = [first: number, last: number];

/** One connection opens a port on each own address, at most so many. */
const WIDTH = 4;

/**
 * Gives each connection ports of its own: the engine looks for a free one and takes it later, so two connections
 * that look at the same time would meet. Round and round, so that late packets of an ended call meet nobody.
 */
export const createPortWindows = ([from, to]: PortWindow) => {
  const many = Math.floor((to - from + 1) / WIDTH);
  const taken = new Set<number>();
  let next = 0;

  return {
    take: (): PortWindow | undefined => {
      if (taken.size >= many) return undefined;
      while (taken.has(next)) next = (next + 1) % many;
      const mine = next;
      taken.add(mine);
      next = (next + 1) % many;
      return [from + mine * WIDTH, from + mine * WIDTH + WIDTH - 1];
    },
    giveBack: ([first]: PortWindow) => void taken.delete((first - from) / WIDTH),
  };
};
