import { writing } from './conversations/rules/index.ts';
import { adding, merging } from './customers/rules/index.ts';
import { inviting, joining, leaving, listing, naming, setting } from './desk/rules/index.ts';
import type { Rule } from './rule.ts';
import {
  assigning, booking, claiming, closing, contacting, escalating, granting, handingBack, idling, noting, parking, ranking, replying, sendingBack, takingOver, undoingClaim,
  undoingClose, working,
} from './tasks/rules/index.ts';

/** The acts that rules guard, each with its list in the order an agent would hear it. */
export const GUARDED = {
  write: writing,
  claim: claiming,
  work: working,
  note: noting,
  park: parking,
  undoClaim: undoingClaim,
  undoClose: undoingClose,
  takeOver: takingOver,
  sendBack: sendingBack,
  assign: assigning,
  contact: contacting,
  reply: replying,
  grant: granting,
  escalate: escalating,
  handBack: handingBack,
  book: booking,
  close: closing,
  idle: idling,
  rank: ranking,
  addDetail: adding,
  merge: merging,
  join: joining,
  leave: leaving,
  invite: inviting,
  nameQueue: naming,
  setRule: setting,
  setList: listing,
};

/** What keeps the desk itself in order: these rules always hold, no setting reaches them. */
const OF_THE_DESK: readonly Act[] = ['join', 'leave', 'invite', 'nameQueue', 'setRule', 'setList'];

export type Act = keyof typeof GUARDED;

/** A rule with the subject it belongs to and the acts it guards, as settings and documents list it. */
export type HouseRule = Rule<never> & { subject: 'conversations' | 'customers' | 'tasks' | 'desk'; guards: Act[] };

const guardsOf = (name: string): Act[] =>
  (Object.keys(GUARDED) as Act[]).filter((act) => GUARDED[act].some((rule) => rule.name === name));

const subjectOf = (guards: Act[]): HouseRule['subject'] => {
  if (guards.some((act) => OF_THE_DESK.includes(act))) return 'desk';
  if (guards.includes('addDetail') || guards.includes('merge')) return 'customers';
  return guards.includes('write') ? 'conversations' : 'tasks';
};

/** Every rule of the house by its name. */
export const ALL_RULES: Readonly<Record<string, HouseRule>> = Object.fromEntries(
  Object.values(GUARDED)
    .flat()
    .map((rule): [string, HouseRule] => {
      const guards = guardsOf(rule.name);
      return [rule.name, { ...rule, subject: subjectOf(guards), guards }];
    }),
);

/** Whether an installation may set the level of the rule with this name. */
export const maySetLevel = (name: string): boolean =>
  Object.hasOwn(ALL_RULES, name) && ALL_RULES[name]?.subject !== 'desk' && !ALL_RULES[name]?.always;
