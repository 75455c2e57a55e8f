/** A share of the recent past, in which old things weigh less and less; `memory` in the unit of the weights. */
export const createShare = (memory: number) => {
  let [hits, all] = [0, 0];
  return {
    note: (weight: number, hit: boolean) => {
      const kept = Math.exp(-weight / memory);
      hits = hits * kept + (hit ? weight : 0);
      all = all * kept + weight;
    },
    share: () => (all === 0 ? 0 : hits / all),
  };
};
