import { partsIn } from '../desk/list-item.ts';

/** A text as words alone, so that neither dashes, quotes nor capitals hide them. */
export const asWords = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

/** Those words of a field of the house that somebody said, whole and in their order. */
export const saidOf = (field: string | undefined, said: string): string[] =>
  partsIn(field).filter((part) => asWords(part).trim() !== '' && said.includes(asWords(part)));
