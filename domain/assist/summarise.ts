import { chipsIn } from './chips.ts';
import { contentWords, counted, likeness, type Counts } from './content-words.ts';
import { ACTION, ASK, FOR_A_MACHINE, IDENTIFIES, INSULT, isCourtesy, NEGATION, PROBLEM } from './cues.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import type { Summary, SummaryLine, Turn } from './summary.ts';
import { told } from './told.ts';

/** What the customer needs, from their own words: two sentences of theirs and one of ours, newest need first. */
export const summarise = (turns: readonly Turn[]): Summary => {
  const heard = worthReading(turns).flatMap(candidates);
  const said = heard.filter(({ isSignature }) => !isSignature);
  const ours = said.filter(({ turn }) => turn.direction === 'out');
  const theirs = said.filter(({ turn }) => turn.direction === 'in');
  return {
    origin: 'built-in',
    lines: [...linesOfCustomer(theirs), ...lineOfOurs(ours)],
    chips: chipsOf(heard),
    messages: turns.length,
  };
};

/** A sentence with all that its place is judged by. */
type Candidate = Sentence & {
  turn: Turn;
  /** How many messages came before, and how many sentences before it in its own. */
  turnAt: number;
  at: number;
  isPending: boolean;
  words: Counts;
};

const MOST_TURNS = 12;
const MOST_CHIPS = 8;

/** The newest messages and the first one: it tells how it all began. */
const worthReading = (turns: readonly Turn[]): { turn: Turn; turnAt: number; isPending: boolean }[] => {
  const lastAnswer = turns.findLastIndex(({ direction }) => direction === 'out');
  return turns
    .map((turn, turnAt) => ({ turn, turnAt, isPending: turn.direction === 'in' && turnAt > lastAnswer }))
    .filter(({ turnAt }) => turnAt === 0 || turnAt > turns.length - MOST_TURNS);
};

const candidates = ({ turn, turnAt, isPending }: ReturnType<typeof worthReading>[number]): Candidate[] =>
  sentencesOf(turn)
    .filter(({ text }) => WORDS.test(text))
    .map((sentence, at) => ({ ...sentence, turn, turnAt, at, isPending, words: counted(contentWords(sentence.text)) }));

// Pictures and signs alone say nothing that could be told.
const WORDS = /[\p{L}\p{N}]/u;

const linesOfCustomer = (theirs: readonly Candidate[]): SummaryLine[] => {
  const middle = middleOf(theirs);
  const turnsAt = theirs.map(({ turnAt }) => turnAt);
  const scored = theirs.map((candidate) => {
    const isFirst = candidate.turnAt === Math.min(...turnsAt);
    const newness = candidate.turnAt / Math.max(1, ...turnsAt);
    return { candidate, score: needOf(candidate, middle) + (candidate.isPending ? 0.9 : isFirst ? 0.6 : 0) + 0.3 * newness };
  });
  const pending = scored.filter(({ candidate }) => candidate.isPending && isNeed(candidate));
  const need = best(pending, (one) => one.score) ?? best(scored, (one) => one.score);
  if (!need) return [];

  const rest = scored.filter(({ candidate }) => candidate !== need.candidate && isSecond(candidate));
  const second = best(rest, ({ candidate, score }) => score - 0.8 * likeness(candidate.words, need.candidate.words));
  const chosen = [need, ...(second && second.score > LEAST_SECOND ? [second] : [])].map(({ candidate }) => candidate);
  // Newest need first; within one message the customer's own order.
  chosen.sort((one, other) => other.turnAt - one.turnAt || one.at - other.at);
  return chosen.map((candidate) => lineOf(candidate, 'customer'));
};

const LEAST_SECOND = 0.5;
const isNeed = ({ text }: Candidate): boolean =>
  !isCourtesy(text) && !FOR_A_MACHINE.test(text) && !INSULT.test(text) && (ASK.test(text) || PROBLEM.test(text) || text.includes('?'));
const isSecond = ({ text, words }: Candidate): boolean => words.size >= 2 && !isCourtesy(text) && !FOR_A_MACHINE.test(text) && !INSULT.test(text);

const needOf = ({ text, at, words }: Candidate, middle: Counts): number =>
  likeness(words, middle) +
  0.5 / (1 + at) +
  (PROBLEM.test(text) ? 0.6 : NEGATION.test(text) ? 0.2 : 0) +
  (ASK.test(text) ? 0.5 : 0) +
  (text.includes('?') ? 0.4 : 0) +
  (words.size >= 3 && words.size <= 18 ? 0.3 : 0) -
  (words.size < 2 ? 0.8 : 0) -
  (INSULT.test(text) ? 1 : 0) -
  (/^you\b/i.test(text) ? 0.4 : 0) -
  (IDENTIFIES.test(text) ? 0.6 : 0) -
  (isCourtesy(text) ? 1.5 : 0) -
  (FOR_A_MACHINE.test(text) ? 3 : 0);

const lineOfOurs = (ours: readonly Candidate[]): SummaryLine[] => {
  const middle = middleOf(ours);
  const last = Math.max(1, ...ours.map(({ turnAt }) => turnAt));
  const answer = best(
    ours.filter(isSecond),
    ({ text, turnAt, words }) =>
      0.8 * likeness(words, middle) + (ACTION.test(text) ? 0.6 : 0) + (0.6 * turnAt) / last - (text.includes('?') ? 0.25 : 0),
  );
  return answer ? [lineOf(answer, 'us')] : [];
};

const lineOf = ({ text, whole, messageId, start, end }: Candidate, speaker: 'customer' | 'us'): SummaryLine => ({
  says: told(text, speaker, whole !== text),
  messageId,
  start,
  end,
});

const middleOf = (candidates: readonly Candidate[]): Counts => counted(candidates.flatMap(({ words }) => [...words.keys()]));

const best = <Thing>(things: readonly Thing[], score: (thing: Thing) => number): Thing | undefined => {
  const scores = things.map(score);
  return things[scores.indexOf(Math.max(...scores))];
};

/** The newest message first: what was said last is what holds. */
const chipsOf = (heard: readonly Candidate[]): string[] => {
  const sentences = heard.filter(({ whole }) => !FOR_A_MACHINE.test(whole));
  const newestFirst = [...sentences].sort((one, other) => other.turnAt - one.turnAt || one.at - other.at);
  return [...new Set(newestFirst.flatMap(({ whole }) => chipsIn(whole)))].slice(0, MOST_CHIPS);
};
