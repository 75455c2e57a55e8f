/** An emoji and where it stands: UTF-16 offsets, end exclusive. */
export type Emoji = { text: string; start: number; end: number };

/** Every emoji of a text: drawn ones, HTML entities that become one, and codes such as `:smile:`. */
export const emojiIn = (text: string): Emoji[] =>
  [...text.matchAll(CANDIDATE)]
    .filter(([found]) => !found.startsWith('&#') || PICTURE.test(decoded(found)))
    .map((found) => ({ text: found[0], start: found.index, end: found.index + found[0].length }));

// Alone, \p{Emoji} also means digits, # and *; and ©, ™, ✓ and arrows are text until U+FE0F turns them into pictures.
const ONE =
  String.raw`\p{RI}\p{RI}` +
  String.raw`|[0-9#*]\uFE0F?\u20E3` +
  String.raw`|\p{Emoji_Presentation}` +
  String.raw`|\p{Emoji}\uFE0F` +
  String.raw`|\p{Extended_Pictographic}(?=\u200D|[\u{1F3FB}-\u{1F3FF}]|[\u{E0020}-\u{E007F}])` +
  String.raw`|[\u{1F3FB}-\u{1F3FF}]`;

// Plain characters that mail programs draw as pictures: weather, faces, hearts and suits, tools, hands, envelope, plane.
// Signs of writing among their neighbours (☑ ♀ ♂ ♾ ✓ ✔) stay text.
const DRAWN = String.raw`(?![\u2611\u2640\u2642\u267E])(?=\p{Emoji})[\u2600-\u26FF]|[\u2702\u2708\u2709\u270C\u270D\u270F\u2712\u2744\u2763\u2764]`;

const PIECE = String.raw`(?:${ONE}|${DRAWN})(?:\uFE0F|\u20E3|[\u{1F3FB}-\u{1F3FF}]|[\u{E0020}-\u{E007F}])*`;
const PICTURE = new RegExp(PIECE, 'u');

// Mail programs read an entity without its semicolon as well.
const ENTITY = String.raw`(?:&#(?:x[0-9a-f]{1,10}|[0-9]{1,10});?)+|&(?:hearts|spades|clubs|diams|phone);`;

// Set apart by blanks or punctuation, so that "urn:isbn:12" and "12:30:45" are no codes.
const CODE = String.raw`(?<![\w:/.])(?::(?:[a-z][a-z0-9_+\-]{0,40}|\+1|-1|100|1234):)+(?![\w:/])`;

const CANDIDATE = new RegExp(String.raw`${PIECE}(?:\u200D(?:${PIECE}|\p{Emoji}))*|${ENTITY}|${CODE}`, 'giu');

const decoded = (entities: string): string =>
  entities.replaceAll(/&#(x?)([0-9a-f]+);?/gi, (_, hex: string, digits: string) => {
    const point = Number.parseInt(digits, hex ? 16 : 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
