/** The words that carry meaning, in small letters. */
export const contentWords = (text: string): string[] => wordsOf(text).filter((word) => !STOP.has(word));

export const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? []).map((word) => word.replaceAll('’', "'"));

/** How much two texts speak of the same: 0 not at all, 1 with the same words. */
export const likeness = (one: Counts, other: Counts): number => {
  let shared = 0;
  for (const [word, count] of one) shared += count * (other.get(word) ?? 0);
  return shared === 0 ? 0 : shared / (lengthOf(one) * lengthOf(other));
};

export type Counts = ReadonlyMap<string, number>;

export const counted = (words: readonly string[]): Counts => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** Whether the words read as English: a sentence of another language is shown as it stands. */
export const readsAsEnglish = (text: string): boolean => {
  const words = wordsOf(text);
  const known = new Set(words.filter((word) => ENGLISH.has(word)));
  return known.size >= (words.length > 6 ? 2 : 1);
};

const lengthOf = (counts: Counts): number => Math.sqrt([...counts.values()].reduce((sum, count) => sum + count ** 2, 0));

// Left out: words that German, Dutch or the Romance languages have too (was, in, am, die, no, on, a, me, as, is, we).
const ENGLISH = new Set(
  "the i i'm i've i'd i'll my your you our us and are aren't have haven't has hasn't had been with for from this that these it's its he she they can can't could couldn't would wouldn't will won't please not don't doesn't didn't isn't wasn't what when where who why how much does did do of to it at be there any still need want which by".split(
    ' ',
  ),
);

const STOP = new Set(
  "a about after again all also am an and any are aren't as at be because been before being both but by can can't cannot could couldn't did didn't do does doesn't doing don't down each few for from further get got had hadn't has hasn't have haven't having he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its just let like ll me more most my no nor not now of off on once only or other our ours out over own please re really s same she should so some such t than that that's the their them then there these they this those through to too under until up us ve very was wasn't we we'd we'll we're we've were weren't what when where which while who why will with won't would wouldn't you you'd you'll you're you've your yours thanks thank hello hi hey dear regards".split(
    ' ',
  ),
);
