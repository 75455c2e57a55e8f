import { isNoReply } from './no-reply.ts';

/** To one address from one of ours in an hour: two desks that answer each other fall silent after it. */
const MOST_IN_AN_HOUR = 2;
/** To an address that nobody checked, in a day from the whole house: whoever forges it sends hardly anything through us. */
const MOST_UNCHECKED_IN_A_DAY = 1;

/** What decides whether “we have your mail” goes out. */
export type Acknowledging = {
  to: string;
  /** Addresses of ours: nobody answers themselves. */
  ours: readonly string[];
  /** A machine wrote it, or it went to many. */
  automatic: boolean;
  /** It opened its thread; further mails are awaited and need no answer at once. */
  opens: boolean;
  sender?: 'verified' | 'failed';
  /** Such mails to this address before: from this address of ours in the last hour, and from all in the last day. */
  inTheHour: number;
  inTheDay: number;
};

export const mayAcknowledge = ({ to, ours, automatic, opens, sender, inTheHour, inTheDay }: Acknowledging): boolean =>
  opens &&
  !automatic &&
  to !== '' &&
  sender !== 'failed' &&
  !isNoReply(to) &&
  !ours.some((address) => address.toLowerCase() === to.toLowerCase()) &&
  inTheHour < MOST_IN_AN_HOUR &&
  (sender === 'verified' || inTheDay < MOST_UNCHECKED_IN_A_DAY);
