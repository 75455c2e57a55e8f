/** Who speaks in the words that are told: the customer, or one of us. */
export type Speaker = 'customer' | 'us';

/** The words as somebody else tells them: "I am at my house" becomes "they are at their house". Whole words only. */
export const inThirdPerson = (text: string, speaker: Speaker): string => {
  const words = text.split(' ').map(apart);
  return words.map((word, at) => word.before + told(words, at, speaker) + word.after).join(' ');
};

type Word = { before: string; core: string; after: string };

// "(I’m" and "mine," keep their marks; "i.e." and "I-95" are no pronouns because their core is longer.
const apart = (word: string): Word => {
  const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
  return { before, core, after };
};

const told = (words: readonly Word[], at: number, speaker: Speaker): string => {
  const { core } = words[at] as Word;
  const word = plain(core);
  // "US" is a country, "a mine" is a hole in the ground.
  if (core === 'US' || (word === 'mine' && /^(?:a|the|coal|gold)$/.test(plain(words[at - 1]?.core)))) return core;
  if (word === 'you') return speaker === 'us' ? (isSubject(words, at) ? 'they' : 'them') : isSubject(words, at) ? 'we' : 'us';
  if ((word === 'am' || word === 'was' || word === "wasn't") && standsByI(words, at)) return AGREES[word] ?? core;
  return TOLD[speaker][word] ?? core;
};

const plain = (core: string | undefined): string => (core ?? '').toLowerCase().replaceAll('’', "'");

/** "I was", "I never was", "was I": the verb belongs to "I", which becomes a plural. */
const standsByI = (words: readonly Word[], at: number): boolean => {
  const before = plain(words[at - 1]?.core);
  return before === 'i' || plain(words[at + 1]?.core) === 'i' || (BETWEEN.has(before) && plain(words[at - 2]?.core) === 'i');
};

const BETWEEN = new Set(['never', 'also', 'really', 'still', 'just', 'only', 'already', 'not', 'then', 'always']);
const AGREES: Partial<Record<string, string>> = { am: 'are', was: 'were', "wasn't": "weren't" };

/** "You" that does something, against "you" to whom it is done. */
const isSubject = (words: readonly Word[], at: number): boolean => {
  const last = words[at - 1];
  const before = plain(last?.core);
  const next = plain(words[at + 1]?.core);
  if (AUXILIARY.test(next)) return true;
  return !last || /[,;:.!?]$/.test(last.after) || AUXILIARY.test(before) || JOINS.test(before);
};

const AUXILIARY =
  /^(?:are|aren't|were|weren't|can|can't|cannot|could|couldn't|will|won't|would|wouldn't|do|don't|did|didn't|have|haven't|had|hadn't|should|shouldn't|may|might|must|need|want)$/;
const JOINS = /^(?:that|if|whether|when|while|because|since|and|but|or|so|what|how|why|where|who|which|as|until|unless|than|before|after|once|think|hope|believe|know|sure)$/;

const table = (pairs: string): Partial<Record<string, string>> =>
  Object.fromEntries(pairs.split(', ').map((pair) => pair.split(' > ') as [string, string]));

const TOLD: Record<Speaker, Partial<Record<string, string>>> = {
  customer: table(
    "i > they, i'm > they are, i've > they have, i'll > they will, i'd > they would, me > them, my > their, mine > theirs, myself > themselves, we > they, we're > they are, we've > they have, we'll > they will, we'd > they would, us > them, our > their, ours > theirs, ourselves > themselves, you're > we are, you've > we have, you'll > we will, you'd > we would, your > our, yours > ours, yourself > ourselves, yourselves > ourselves",
  ),
  us: table(
    "i > we, i'm > we are, i've > we have, i'll > we will, i'd > we would, me > us, my > our, mine > ours, myself > ourselves, you're > they are, you've > they have, you'll > they will, you'd > they would, your > their, yours > theirs, yourself > themselves, yourselves > themselves",
  ),
};
