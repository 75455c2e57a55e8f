/** What a promise needs to be measured. */
export type Bench = {
  /** Small sizes and generous floors, for a machine that other work shares. */
  short: boolean;
  seed: number;
  root: string;
  /** A new folder that is gone after the run. */
  newFolder: (name: string) => string;
  say: (text: string) => void;
};

export type Goal = { atLeast: number } | { atMost: number };

/** One thing seen: our rounds beside the anchor's, which were taken in turns. */
export type Finding = {
  what: string;
  unit: string;
  ours: number[];
  anchor?: number[];
  /** What is held against the goal, round by round: a ratio, or our own figure. Its median decides. */
  held: number[];
  goal?: Goal;
  /** What must hold on any machine, however busy: all that a short run asserts. */
  floor?: Goal;
  /** How it was seen, in a few words. */
  remark?: string;
};

/** A figure that is held against nothing but its own goal. */
export const plain = (what: string, unit: string, values: number[], asked: Pick<Finding, 'goal' | 'floor' | 'remark'> = {}): Finding => ({
  what, unit, ours: values, held: values, ...asked,
});

/** One promise of docs/promises.md that is measured. */
export type Promised = {
  id: string;
  promise: string;
  anchor: string;
  measure: (bench: Bench) => Promise<Finding[]>;
};
