import { oneLine } from '../../clean.ts';
import { limits } from './limits.ts';
import type { Posted } from './post.ts';

/** Why a mail did not go, in words for the agent. */
export const causes = {
  notSetUp: 'Mail sending is not set up. An administrator sets MAIL_URL.',
  noAddress: 'There is no address to send to.',
  badAddress: (to: string) => `“${oneLine(to, 100)}” is not an email address.`,
  tooLarge: (most: number) => `The message is larger than the ${Math.floor(most / (1024 * 1024))} MB that a mail may have.`,
  fileGone: 'An attached file is no longer here. Attach it again.',
  unknown: 'The connection broke before the mail server had answered, so nobody can say whether the mail went. It is not sent again by itself.',
} as const;

type Trouble = Extract<Posted, { says: string }>;

/** What the mail server meant by its refusal, after one try or several, and its own words. */
export const causeOf = (trouble: Trouble, wasTriedOnce = false): string =>
  `${meaningOf(trouble, wasTriedOnce ? '' : ', several times')} ${trouble.code ? 'The mail server says' : 'The trouble was'}: ${oneLine(trouble.says, limits.saidLength)}`;

const meaningOf = ({ went, code, at = '', says }: Trouble, tries: string): string => {
  const status = says.match(/\b5\.(\d{1,3})\.(\d{1,3})\b/);
  if (status?.[1] === '1') return NOBODY;
  if (status?.[1] === '2' && status[2] === '2') return 'The mailbox of the customer is full.';
  if (status?.[1] === '3' && status[2] === '4') return LARGE;
  if (status?.[1] === '7') return 'The mail server did not allow it.';
  if (code === 552 || /size/i.test(at === 'MAIL FROM' ? says : '')) return LARGE;
  if (at.startsWith('RCPT') && code && code >= 550 && code < 560) return NOBODY;
  if (at.startsWith('AUTH')) return 'The mail server did not accept our sign-in. An administrator checks MAIL_URL.';
  if (went === 'refused') return 'The mail server refused the mail.';
  return code ? `The mail server put the mail off${tries}.` : `The mail server could not be reached${tries}.`;
};

const NOBODY = 'Nobody has this address.';
const LARGE = 'The mail is larger than the mail server takes.';
