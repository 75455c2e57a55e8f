import { readsAsEnglish } from './content-words.ts';
import { FOR_A_MACHINE, PROBLEM } from './cues.ts';
import { inert } from './inert.ts';
import { inThirdPerson, type Speaker } from './third-person.ts';

/** A sentence of a message as a colleague would tell it: "The customer asks whether we can come on Tuesday." */
export const told = (sentence: string, speaker: Speaker, cut: boolean): string => {
  const words = withoutOpeners(inert(sentence));
  const body = words.replace(/[\s.!?…,;:]+$/u, '');
  const end = cut ? '…' : /\?\W*$/.test(words) ? '?' : '.';
  const frame = FRAMES[speaker];
  if (!readsAsEnglish(body) || FOR_A_MACHINE.test(sentence)) return `${frame.writes}: “${body}${end}”`;

  const please = PLEASE.exec(body);
  const rest = please?.[2] ?? body;
  if (please && !HAS_SUBJECT.test(rest))
    return `${frame.wants}${please[1] ? ' not' : ''} to ${tell(rest, speaker)}${end === '?' ? '.' : end}`;
  const wish = speaker === 'customer' ? WISH.exec(rest) : null;
  if (wish) return `The customer ${agreeing(wish[1] ?? '')} ${tell(wish[2] ?? '', speaker)}${end}`;
  if (end === '?') {
    const question = reported(rest);
    return question ? `${frame.asks} ${tell(question, speaker)}.` : `${frame.asks}: ${tell(small(rest), speaker)}?`;
  }
  if (IMPERATIVE.test(rest)) return `${frame.wants} to ${tell(small(rest), speaker)}${end}`;
  if (!HAS_SUBJECT.test(rest)) return `${frame.writes}: ${tell(rest, speaker)}${end}`;
  return `${PROBLEM.test(rest) ? frame.complains : frame.says} that ${tell(small(rest), speaker)}${end}`;
};

const FRAMES = {
  customer: {
    says: 'The customer says',
    complains: 'The customer complains',
    asks: 'The customer asks',
    wants: 'The customer asks us',
    writes: 'The customer writes',
  },
  us: { says: 'We said', complains: 'We said', asks: 'We asked', wants: 'We asked the customer', writes: 'We wrote' },
} as const;

const tell = (text: string, speaker: Speaker): string => inThirdPerson(text.trim(), speaker);

/** "Hello Ana, well, I need" begins with "I need". */
const withoutOpeners = (text: string): string => {
  let rest = text;
  for (let times = 0; times < 3; times += 1) rest = rest.replace(GREETING, '').replace(OPENER, '');
  return rest || text;
};
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?: (?:there|all|team|sir|madam|or|\p{Lu}[\p{L}.'’-]{0,30})){0,4}\s?[,!.–-]\s*/iu;
const OPENER = /^(?:(?:and|but|also|ok|okay|hi|hello|hey)[, ]|(?:so|well|anyway|sorry|first|firstly|then|actually|basically|however|yes|no|sure|thanks|thank you|great|perfect|unfortunately),)\s*(?=\S)/i;

const PLEASE = /^(?:(?:could|would|can|will) you )?(?:please,? |kindly )(not |do not |don['’]t )?(\p{Ll}.*)$/iu;
const IMPERATIVE =
  /^(?:call|ring|phone|text|email|send|give|tell|help|cancel|refund|fix|repair|replace|stop|let|contact|check|make|change|add|remove|confirm|reply|book|reschedule|move|print|translate|come|bring|get|put|try|use|turn|restart)\b/i;
const HAS_SUBJECT =
  /^(?:i|i['’](?:m|ve|d|ll)|we|we['’](?:re|ve|d|ll)|my|our|the|an?|this|that|these|those|it|it['’]s|there|there['’]s|he|she|they|you|you['’](?:re|ve|d|ll)|your|nobody|no one|none|someone|somebody|everything|everyone|nothing|all|both|one|some|his|her|their|since|when|after|before|as|if|because|although|yesterday|today|last|every|each|now)\b/i;

/** The first letter is small unless the word may be a name. */
const small = (text: string): string => {
  const first = /^\S+/.exec(text)?.[0] ?? '';
  const isPlain = HAS_SUBJECT.test(first) || IMPERATIVE.test(first) || ASKING.test(first);
  return isPlain && !/^I\b/.test(first) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
};
const ASKING = /^(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has|have|any)\b/i;

const WISH = /^(?:i|we)(?:['’]d| would)?((?: just| only| really| still| also| urgently)?(?: want| need| wish| hope| expect| request| like| love| prefer| have to)\b)(.*)$/i;

/** "I need" becomes "needs", "I would like" becomes "would like". */
const agreeing = (verb: string): string => {
  const words = verb.trim();
  if (/\b(?:like|love|prefer)$/i.test(words)) return `would ${words}`;
  return /\bhave to$/i.test(words) ? words.replace(/have to$/i, 'has to') : words.replace(/wish$/i, 'wishe').concat('s');
};

/** A question in the order of a sentence: "Can you come?" becomes "whether you can come". */
const reported = (question: string): string | undefined => {
  const [, opening, verb = '', subject = '', rest = ''] = QUESTION.exec(question) ?? [];
  if (opening === undefined) return undefined;
  const start = opening.trim() === '' ? 'whether' : small(opening.trim());
  const after = rest.replace(/^\s*please\b,?/i, '');
  if (/^do$/i.test(verb)) return `${start} ${subject}${after}`;
  if (/^does$/i.test(verb)) return `${start} ${subject}${withS(after)}`;
  return `${start} ${subject} ${verb.toLowerCase()}${after}`;
};
const QUESTION =
  /^((?:(?:who|what|which|when|where|why|how)(?: (?:much|many|long|soon|often|far|time|day|kind of|exactly))?(?: \p{L}{2,20})? )?)(can|could|will|would|do|does|did|am|is|are|was|were|have|has|had|should|may|might) (i|you|we|it|they|he|she|there|this|that)\b(.*)$/iu;

const withS = (after: string): string =>
  after.replace(/^ (\p{L}+)/u, (_, verb: string) => {
    if (verb === 'have') return ' has';
    if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return ` ${verb}es`;
    return / .*[^aeiou]y$/.test(` ${verb}`) ? ` ${verb.slice(0, -1)}ies` : ` ${verb}s`;
  });
