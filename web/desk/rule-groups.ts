import { ALL_RULES, maySetLevel, type Act, type HouseRule } from '@firstline/domain/rules.ts';

/** The acts as they are called on the page, in the order of a day; each rule stands with the first act it guards. */
export const ACT_WORDS: Record<Act, string> = {
  claim: 'Claiming a task',
  work: 'Working on a task',
  park: 'Waiting for a customer',
  undoClaim: 'Taking a claim back',
  contact: 'Contacting a customer',
  note: 'Writing a note',
  write: 'Writing to a customer',
  reply: 'Answering on a task',
  grant: 'Giving a customer something',
  escalate: 'When a task is escalated',
  handBack: 'When a team hands a task back',
  book: 'Making an appointment',
  close: 'Closing a task',
  rank: 'How critical a task is',
  undoClose: 'Taking a close back',
  takeOver: 'Taking a task from somebody',
  sendBack: 'Sending a task back to its queue',
  assign: 'Giving a task to somebody',
  idle: 'When an agent goes quiet',
  addDetail: 'A customer\'s address or number',
  merge: 'Joining two records of a customer',
  join: 'A person comes, or comes back',
  leave: 'A person goes',
  invite: 'A link is made',
  nameQueue: 'A queue is named',
  setRule: 'A rule is set',
  setList: 'A list is changed',
};

export type RuleGroup = { act: Act; rules: HouseRule[] };

const ACTS = Object.keys(ACT_WORDS) as Act[];
export const firstActOf = ({ guards }: HouseRule): Act | undefined => ACTS.find((act) => guards.includes(act));

const groupsOf = (rules: HouseRule[]): RuleGroup[] =>
  ACTS.map((act) => ({ act, rules: rules.filter((rule) => firstActOf(rule) === act) })).filter(({ rules: own }) => own.length > 0);

const ALL = Object.values(ALL_RULES);

/** What an installation may set, and what always holds. */
export const SETTABLE = groupsOf(ALL.filter(({ name }) => maySetLevel(name)));
export const FIXED = groupsOf(ALL.filter(({ name }) => !maySetLevel(name)));
