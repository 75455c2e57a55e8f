import type { conversations } from '@firstline/contract/conversations.ts';
import type { Email } from 'postal-mime';
import type { z } from 'zod';
import { oneLine } from '../../clean.ts';
import { REASONS, reasonOf } from './bounce-cause.ts';
import { limits } from './limits.ts';
import { reportOf } from './report.ts';

/** A report of non-delivery in the desk's words: the worst that it tells of any recipient, for a mail of ours has one. */
export const reportIn = (email: Email): NonNullable<z.infer<typeof conversations.receive.input>['report']> => {
  const { told, about, words } = reportOf(email);
  const worst = told.find(({ action }) => action === 'failed') ?? told.find(({ action }) => action === 'delayed') ?? told[0];
  const outcome = worst?.action ?? 'failed';
  const means = outcome === 'delayed' ? 'Not yet delivered; the mail servers go on trying.' : REASONS[reasonOf(worst ?? { status: '', says: '' }, words)];
  const said = worst?.says ? ` The mail server says: ${oneLine(worst.says, limits.saidLength)}` : '';
  return { about: about.filter((id) => id.length <= 998), outcome, cause: oneLine(`${means}${said}`, 500) };
};
