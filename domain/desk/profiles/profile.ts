import type { Policy } from '../../policy.ts';
import type { HouseRules } from '../../rule.ts';
import type { Lists } from '../lists.ts';

/** A kind of business as settings: what it names is set, everything else stays as it is. */
export type Profile = {
  id: string;
  label: string;
  says: string;
  levels: HouseRules['levels'];
  numbers: Partial<Policy>;
  lists: Partial<Lists>;
  /** Queues that are opened when none is called like this. */
  queues: string[];
};
