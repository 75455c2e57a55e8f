/** Dates, amounts, order and phone numbers as they stand in a text: each is a piece of it, none is rewritten. */
export const chipsIn = (text: string): string[] => {
  const found: { start: number; end: number; text: string }[] = [];
  for (const pattern of [ORDER, CODE, AMOUNT, DATE, PHONE])
    for (const match of text.matchAll(pattern)) {
      const piece = match[0].replace(/[\s.,;:(-]+$/, '');
      const span = { start: match.index, end: match.index + piece.length, text: piece };
      const overlaps = found.some((other) => span.start < other.end && other.start < span.end);
      if (!overlaps && (pattern !== PHONE || isPhone(piece)) && !SAYS_LITTLE.test(piece) && found.length < MOST_CHIPS) found.push(span);
    }
  return found.sort((one, other) => one.start - other.start).map((span) => span.text);
};

// Of a mail that may be days old, "today" alone tells nobody the day.
const SAYS_LITTLE = /^(?:today|yesterday|tonight|noon|midday)$/i;

// A text full of numbers is a list, and nobody reads forty chips.
const MOST_CHIPS = 40;

const NAMED = 'order|invoice|ticket|case|reference|ref|booking|job|account|contract|policy|serial|tracking|claim|confirmation|customer';
const ORDER = new RegExp(
  `\\b(?:${NAMED})(?: (?:id|no|number|nr|code))?[ .:]{0,3}#?(?=[a-z-]{0,12}\\d)[a-z0-9][a-z0-9/-]{2,24}(?![\\w@])|(?<![\\w&])#\\d{3,12}\\b`,
  'gi',
);
const CODE = /(?<![\w-])[A-Z]{2,6}-\d[\dA-Z-]{2,20}(?![\w-])/g;

const AMOUNT =
  /(?:[$€£¥] ?\d{1,9}(?:[.,]\d{1,3}){0,4}|(?<![\w.,])\d{1,9}(?:[.,]\d{1,3}){0,4} ?(?:€|£|\$|EUR\b|USD\b|GBP\b|CHF\b|dollars?\b|euros?\b|pounds?\b|bucks\b))/gi;

const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const NTH = '\\d{1,2}(?:st|nd|rd|th)?';
const TIME = '(?:\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]\\.?m\\b\\.?|noon|midday)';
const CALENDAR = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|${NTH}(?: of)? ${MONTH}\\b\\.?(?:,? \\d{4})?|${MONTH}\\.? ${NTH}\\b(?:,? \\d{4})?)`;
const NAMED_DAY = `(?:(?:next |this |last )?${DAY}(?: (?:morning|afternoon|evening))?|today|tomorrow(?: (?:morning|afternoon|evening))?|yesterday|tonight)`;
const DATE = new RegExp(
  `(?<![\\w.:/-])(?:(?:${NAMED_DAY}(?:,? (?:the )?${CALENDAR})?|${CALENDAR})(?:,? (?:at |around |after |before )?${TIME})?|${TIME})(?![\\w/-])`,
  'gi',
);

const PHONE = /(?<![\w.#/-])(?:\+|\(?\d)[\d ()./-]{5,20}\d(?![\w-])/g;

/** Seven to twelve digits with some order in them: card numbers are longer and must not be shown. */
const isPhone = (piece: string): boolean => {
  const digits = piece.replaceAll(/\D/g, '');
  return digits.length >= 7 && digits.length <= (piece.startsWith('+') ? 15 : 12) && !/^\d{4}-\d{2}/.test(piece);
};
