import type { Desk } from '../../../platform/desk.ts';
import { composeOwn } from './compose.ts';
import type { Posted } from './post.ts';
import { mailWay, ownAddress } from './way.ts';

export type MailNotice = { id: string; at: string; to: string; subject: string; text: string };

/** A mail from the desk to one of its own people: no thread, no answer awaited. */
export const postNotice = async (desk: Pick<Desk, 'pool'>, { id, at, to, subject, text }: MailNotice): Promise<Posted> => {
  const { post } = mailWay(desk);
  if (!post) return { went: 'refused', says: 'No mail server is set up.' };
  const from = ownAddress(desk);
  const raw = await composeOwn({ from, fromName: 'Firstline', to, subject, text, rfcId: `<${id}@${from.split('@').at(-1) ?? 'desk'}>`, at });
  return post({ from, to, raw }, () => Promise.resolve(true));
};
