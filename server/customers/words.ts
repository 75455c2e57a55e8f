import type { CustomerDetails } from '@firstline/domain/customers/customer.ts';

/** From how many digits on a number is taken for one that a customer is known by. */
const FEWEST_DIGITS = 3;

/** The text that a customer is found by. A number stands forwards and, behind an `r`, backwards, because people remember how it ends. */
export const wordsOf = ({ name, emails, phones, accounts, address, absorbed = [] }: CustomerDetails & { absorbed?: { name?: string }[] }): string =>
  [
    name,
    ...absorbed.map((other) => other.name),
    address,
    ...emails.flatMap((email) => [email, email.replace(/[@._+-]+/g, ' ')]),
    ...accounts.flatMap((account) => [account, `a${plain(account)}`]),
    ...phones.map(digits).flatMap((number) => [`d${number}`, `r${backwards(number)}`]),
  ]
    .filter(Boolean)
    .join(' ');

/** What was typed, in the language of the index; nothing when no word is in it. */
export const searchOf = (typed: string): string | undefined => {
  const number = digits(typed);
  if (number.length >= FEWEST_DIGITS && /^[\d\s()+./-]+$/.test(typed.trim()))
    return `d${number}:* | r${backwards(number)}:* | a${number}:* | ${number}:*`;
  const words = typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 10);
  if (words.length === 0) return undefined;
  return `(${words.map((word) => `'${word}':*`).join(' & ')}) | 'a${plain(typed)}':*`;
};

const digits = (text: string): string => text.replace(/\D/g, '');
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 60);
const backwards = (text: string): string => [...text].reverse().join('');
