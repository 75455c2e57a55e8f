import type { TaskType } from '../tasks/task-type.ts';
import { chipsIn } from './chips.ts';
import { ASK, FOR_A_MACHINE } from './cues.ts';
import { PLAYBOOKS, stepsFor, type Playbook } from './playbooks.ts';
import { sentencesOf } from './sentences.ts';
import type { Turn } from './summary.ts';

const MOST = 6;
const LONGEST = 200;
const MOST_TURNS = 12;

/** What to do on a task: what its kind always needs, and what was asked or promised in so many words. */
export const proposeSubTasks = (turns: readonly Turn[], taskType: TaskType, playbooks: readonly Playbook[] = PLAYBOOKS): string[] => {
  const [first, ...rest] = stepsFor(playbooks, taskType, turns);
  const asked = turns.slice(-MOST_TURNS).flatMap(itemsOf);
  const steps = [...(first ? [first] : []), ...asked.slice(0, Math.max(0, MOST - 1 - rest.length)), ...rest];
  return [...new Set(steps.map((step) => step.slice(0, LONGEST)))].slice(0, MOST);
};

/** Closed phrases: of a customer's own words only dates get in, so nobody can write an order into the list. */
const itemsOf = (turn: Turn): string[] =>
  sentencesOf(turn)
    .map(({ whole }) => whole)
    .filter((sentence) => !FOR_A_MACHINE.test(sentence))
    .flatMap(turn.direction === 'in' ? askedIn : promisedIn);

const askedIn = (sentence: string): string[] => {
  const when = chipsIn(sentence).find((chip) => WHEN.test(chip));
  const thing = SEND.exec(sentence)?.[1];
  const asksForCall = CALL_BACK.test(sentence);
  return [
    ...(asksForCall ? [`Call the customer back${when ? `: ${when}` : ''}`] : []),
    ...(thing ? [`Send the customer the ${thing.toLowerCase()}`] : []),
    ...(REFUND.test(sentence) ? ['Check whether a refund is due'] : []),
    ...(MANAGER.test(sentence) ? ['Tell a supervisor that the customer asks for one'] : []),
    ...(PRICE.test(sentence) ? ['Give a price from the price list'] : []),
    ...(when && !asksForCall && (ASK.test(sentence) || COME.test(sentence)) ? [`Check the time asked for: ${when}`] : []),
  ];
};

const promisedIn = (sentence: string): string[] => {
  const [, verb] = PROMISE.exec(sentence) ?? [];
  const when = chipsIn(sentence).find((chip) => WHEN.test(chip));
  return verb ? [`Keep our promise to ${verb.toLowerCase().replace('you', 'the customer')}${when ? `: ${when}` : ''}`] : [];
};

const CALL_BACK = /\b(?:call|ring|phone) (?:me|us)\b|\b(?:give|giving) (?:me|us) a (?:call|ring)\b|\bcall[ -]?back\b/i;
const SEND =
  /\b(?:send|e-?mail|forward|mail) (?:me|us) (?:(?:a|an|the|my|our|your|some) )?(?:(?:new|copy of(?: the| my)?|signed|written|final|updated) )?(invoice|receipt|quote|estimate|contract|confirmation|form|label|brochure|price list|bill|statement|report|certificate|manual|link|photos?|documents?|details|address|instructions|voucher)\b/i;
const REFUND = /\b(?:refund|money back|reimburs\w+)\b/i;
const MANAGER = /\b(?:speak|talk) (?:to|with) (?:a|your|the) (?:manager|supervisor|boss)\b/i;
const PRICE = /\b(?:how much|quote|estimate|price|cost)\b/i;
const COME = /\b(?:come|visit|appointment|available|free|home|suits?|works? for)\b/i;
const PROMISE = /\b(?:i|we)(?:['’]ll| will| shall) (call(?: you)? back|call|send|check|look into|find out|refund|email|confirm|let you know)\b/i;
const WHEN = /^(?!.*[$€£])(?:.*(?:day|tomorrow|tonight|\d ?[ap]\.?m|\d:\d{2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|noon)|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2})/i;
