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
export const t = (sentence: string, values: Record<string, string | number> = {}): string =>
  // A label of the house, or a name, may look like `$t(…)` and means nothing by it.
  words.t(sentence, { ...values, nest: false });
