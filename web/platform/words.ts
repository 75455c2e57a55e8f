import i18next from 'i18next';
import en from '../words/en.json';

const words = i18next.createInstance();

// The key is the English sentence, so dots and colons in it are only punctuation.
void words.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** The sentence in the reader's language; `{{name}}` and, for plurals, `{{count}}` are filled from the values. */
export const t = (sentence: string, values?: Record<string, string | number>): string => {
  const said = found(sentence, values?.count);
  return values ? said.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place)) : said;
};

/** Each sentence is looked up once: a list says hundreds of them at every event. */
const known = new Map<string, string>();
/** They are as many as the program has and the house adds; what a letter says is not kept for ever. */
const MOST_KNOWN = 5000;

const found = (sentence: string, count?: string | number): string => {
  const key = count === undefined ? sentence : `${sentence}\n${count}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  // A label of the house may look like `$t(…)` and means nothing by it.
  const said = words.t(sentence, { nest: false, skipInterpolation: true, ...(count !== undefined && { count: Number(count) }) });
  known.set(key, said);
  return said;
};
