import type { Lists } from './desk/lists.ts';
import type { QueueNeeds } from './desk/queue.ts';
import type { Policy } from './policy.ts';

/** How an installation keeps a rule: `enforced` stops, `warned` can be passed by somebody who says so, `off` is silent. */
export type Level = 'enforced' | 'warned' | 'off';

/** A sentence an agent can read, and a yes/no question over facts it is handed. */
export type Rule<Facts> = {
  /** The file name: what the rule is called in settings, in the journal and in an `Acknowledge` header. */
  name: string;
  /** The sentence the agent reads: what to do, and why if that is not plain. */
  says: string;
  /** The shipped level: `stops` is enforced, `warns` is warned. */
  strength: 'stops' | 'warns';
  /** The schema leans on it, or nothing would make sense without it: no setting reaches it. */
  always?: true;
  /** The requirement rows it answers. */
  from: string[];
  brokenBy: (facts: Facts) => boolean;
  /** The part of the sentence only the facts know, such as who holds the task. Shown after `says`. */
  because?: (facts: Facts) => string | undefined;
};

export type Breach = { rule: string; says: string; level: 'enforced' | 'warned'; because?: string };

/** The house rules of one queue: levels that differ from the shipped ones, the numbers, the lists, and what its work needs. */
export type HouseRules = { levels: Partial<Record<string, Level>>; policy: Policy; lists: Lists; needs?: QueueNeeds };

export const levelOf = (rule: Pick<Rule<never>, 'name' | 'strength' | 'always'>, levels: HouseRules['levels']): Level =>
  (rule.always ? undefined : levels[rule.name]) ?? (rule.strength === 'stops' ? 'enforced' : 'warned');

/** The rules these facts break, in the order of the list; rules that are off are not asked. */
export const check = <Facts>(
  rules: readonly Rule<Facts>[],
  facts: Facts,
  levels: HouseRules['levels'] = {},
): Breach[] =>
  rules.flatMap((rule) => {
    const level = levelOf(rule, levels);
    if (level === 'off' || !rule.brokenBy(facts)) return [];
    const because = rule.because?.(facts);
    return [{ rule: rule.name, says: rule.says, level, ...(because && { because }) }];
  });

/** What still stands in the way once these warnings were passed knowingly. */
export const standing = (breaches: Breach[], acknowledged: readonly string[]): Breach[] =>
  breaches.filter((breach) => breach.level === 'enforced' || !acknowledged.includes(breach.rule));
