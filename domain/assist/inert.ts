/** A customer's words without anything that a screen, a mail program or a model could obey: no tags, links or markdown. */
export const inert = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replaceAll(/!?\[([^[\]\n]{0,200})\]\([^()\n]{0,500}\)/g, '$1')
    .replaceAll(/<\/?[a-z!][^<>]{0,300}>/gi, ' ')
    .replaceAll(/(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|\b(?:javascript|data|mailto|file|tel|vbscript):|\bwww\.)\S*/gi, LINK)
    .replaceAll(/(?<![\w@.-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\/\S*/gi, LINK)
    .replaceAll(/\p{Cf}|\uFE0F|\u20E3|\p{Emoji_Presentation}/gu, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/[<>{}[\]|\\^`*~]|#(?!\d)|(?<!\w)_+|_+(?!\w)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

// A sentence is shorter; what is longer than this was not written to be read.
const LONGEST = 2_000;
const LINK = '(link)';
