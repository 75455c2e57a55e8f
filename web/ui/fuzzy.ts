export type Match = { score: number; at: number[] };

/**
 * Whether the letters stand in the text in their order, where, and how well: starts of words count most, then runs.
 * Nothing when they do not.
 */
export const fuzzy = (letters: string, text: string): Match | undefined => {
  const wanted = [...plain(letters).replace(/\s+/g, '')];
  const given = plain(text);
  const starts = wordStarts(given);
  return wanted.length === 0 ? { score: 0, at: [] } : best(wanted, given, starts);
};

/** The items that match, the best first; with nothing asked all of them, as they came. */
export const rank = <Item>(asked: string, items: readonly Item[], textsOf: (item: Item) => string[]): Item[] =>
  items
    .map((item, place) => ({ item, place, score: Math.max(...textsOf(item).map((text) => fuzzy(asked, text)?.score ?? -1)) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ item }) => item);

// Accents fall away: "resume" finds "Résumé". Each letter stays one place, so that positions still fit.
const plain = (text: string): string => [...text.toLowerCase()].map((letter) => letter.normalize('NFD')[0] ?? letter).join('');

const wordStarts = (text: string): Set<number> => new Set([...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => index));

const best = (wanted: string[], text: string, starts: Set<number>): Match | undefined => {
  let found: Match | undefined;
  // Each place of the first letter begins a try; from there, a word's start is taken before a nearer letter.
  for (let from = text.indexOf(wanted[0] ?? ''); from >= 0; from = text.indexOf(wanted[0] ?? '', from + 1)) {
    const at = walk(wanted, text, starts, from);
    if (!at) break;
    const score = at.reduce((sum, place, n) => sum + (place === (at[n - 1] ?? -2) + 1 ? 5 : 0) + (starts.has(place) ? 4 : 0) + 1, 0) - text.length / 100;
    if (!found || score > found.score) found = { score: Math.max(0, score), at };
  }
  return found;
};

const walk = (wanted: string[], text: string, starts: Set<number>, from: number): number[] | undefined => {
  const at = [from];
  for (const [n, letter] of wanted.entries()) {
    if (n === 0) continue;
    const last = at[n - 1] ?? from;
    const next = text[last + 1] === letter ? last + 1 : ([...starts].find((start) => start > last && text[start] === letter && rest(wanted, text, n, start)) ?? text.indexOf(letter, last + 1));
    if (next < 0) return undefined;
    at.push(next);
  }
  return at;
};

const rest = (wanted: string[], text: string, n: number, start: number): boolean => {
  let place = start;
  return wanted.slice(n + 1).every((letter) => (place = text.indexOf(letter, place + 1)) >= 0);
};
