/** How long a packet had better wait before it is played, learned from how unevenly they come. All in milliseconds. */
export type PlayoutDelay = {
  /** `transit`: when it arrived less when it was spoken, in any fixed zero. */
  note: (transit: number, arrivedAt: number) => void;
  /** Another stream: its clock begins elsewhere, the network stays as uneven as it was. */
  restart: () => void;
  /** Of the quickest packet lately. */
  base: () => number;
  /** On top of that: so long nearly all of them take. */
  target: () => number;
};

const BIN_MS = 5;
const BINS = 100;
/** Share of packets that shall be there in time. */
const IN_TIME = 0.99;
/** A packet's weight among those before it: an old habit is forgotten in about six seconds. */
const WEIGHT = 1 / 300;
/** The quickest is looked for in the last one to two spans, so that two clocks that drift apart are followed. */
const SPAN_MS = 4000;
const LEAST_MS = 10;
const MOST_MS = 400;
/** Before anything is known. */
const FIRST_MS = 30;

export const createPlayoutDelay = (): PlayoutDelay => {
  const shares = new Float64Array(BINS);
  shares[Math.floor(FIRST_MS / BIN_MS) - 1] = 1;
  let seen = 0;
  let now = Infinity;
  let before = Infinity;
  let began = 0;

  return {
    note: (transit, arrivedAt) => {
      if (now === Infinity && before === Infinity) began = arrivedAt;
      if (arrivedAt - began > SPAN_MS) [before, now, began] = [now, Infinity, arrivedAt];
      now = Math.min(now, transit);
      const late = transit - Math.min(now, before);
      const bin = Math.max(0, Math.min(BINS - 1, Math.floor(late / BIN_MS)));
      const weight = Math.max(WEIGHT, 1 / (seen + 10));
      for (let i = 0; i < BINS; i += 1) shares[i] = shares[i]! * (1 - weight);
      shares[bin] = shares[bin]! + weight;
      seen += 1;
    },
    restart: () => {
      [now, before] = [Infinity, Infinity];
    },
    base: () => Math.min(now, before),
    target: () => {
      let sum = 0;
      let bin = 0;
      while (bin < BINS - 1 && (sum += shares[bin]!) < IN_TIME) bin += 1;
      return Math.max(LEAST_MS, Math.min(MOST_MS, (bin + 1) * BIN_MS));
    },
  };
};
