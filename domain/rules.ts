import { writing } from './conversations/rules/index.ts';
import type { Rule } from './rule.ts';
import { claiming, closing, idling, replying, working } from './tasks/rules/index.ts';

/** The acts that rules guard, each with its list in the order an agent would hear it. */
const GUARDED = { write: writing, claim: claiming, work: working, reply: replying, close: closing, idle: idling };

export type Act = keyof typeof GUARDED;

/** A rule with the subject it belongs to and the acts it guards, as settings and documents list it. */
export type HouseRule = Rule<never> & { subject: 'conversations' | 'tasks'; guards: Act[] };

const guardsOf = (name: string): Act[] =>
  (Object.keys(GUARDED) as Act[]).filter((act) => GUARDED[act].some((rule) => rule.name === name));

/** Every rule of the house by its name. */
export const ALL_RULES: Readonly<Record<string, HouseRule>> = Object.fromEntries(
  Object.values(GUARDED)
    .flat()
    .map((rule): [string, HouseRule] => {
      const guards = guardsOf(rule.name);
      return [rule.name, { ...rule, subject: guards.includes('write') ? 'conversations' : 'tasks', guards }];
    }),
);
