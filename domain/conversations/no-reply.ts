/** The bare addresses of a recipient line, without display names: `"Ana, desk" <a@x.org>, b@x.org` holds two. */
export const addressesIn = (line: string): string[] =>
  line
    .normalize('NFKC')
    .slice(0, LONGEST_LINE)
    // A quoted name may hold commas and brackets; a quoted local part belongs to its address.
    .replaceAll(/"([^"]*)"(?!@)/g, ' ')
    .split(/[,;]/)
    .map((part) => (part.match(/<([^<>]*)>/)?.[1] ?? part).trim())
    .filter((address) => address !== '');

/** Nobody reads mail to such an address. Judged by the address alone: a display name may say anything. */
export const isNoReply = (line: string): boolean => addressesIn(line).some((address) => NOBODY.test(localPart(address)));

/** For a no-reply line the first address on the customer's record that somebody reads. */
export const proposedAddress = (line: string, known: readonly string[]): string | undefined =>
  isNoReply(line) ? known.find((address) => address.trim() !== '' && !isNoReply(address)) : undefined;

// A header line is at most 998 characters long; a few of them are plenty for one recipient line.
const LONGEST_LINE = 10_000;

const localPart = (address: string): string => {
  const at = address.lastIndexOf('@');
  return (at < 0 ? address : address.slice(0, at)).replaceAll('"', '').trim().toLowerCase();
};

const GAP = '[-._]?';
const NOBODY = new RegExp(
  `(?:^|[-._+])(?:${[
    `(?:do${GAP})?not?${GAP}repl(?:y|ies)`,
    `don'?t${GAP}repl(?:y|ies)`,
    `(?:do${GAP})?not?${GAP}(?:respond|response)`,
    `no${GAP}contestar|no${GAP}responder|n[aã]o${GAP}respond(?:a|er)`,
    `ne${GAP}pas${GAP}r[eé]pondre|non${GAP}rispondere`,
    `nicht${GAP}antworten|keine?${GAP}antwort`,
    `mailer${GAP}daemon|postmaster`,
  ].join('|')})\\d*(?:$|[-._+])|(?:^|[-._+])bounces?\\d*(?:$|[-+=])`,
);
