import type { Channel } from './conversation.ts';

/** What somebody is about to send. */
export type Draft = { channel: Channel; to: string; subject: string; body: string };

/** The body as it leaves: an email ends with its writer's initials on a line of their own, put there by the desk. */
export const signed = (draft: Draft, initials: string): string => {
  const body = draft.body.trimEnd();
  if (draft.channel !== 'email' || !initials.trim() || endsWithInitials(body, initials)) return body;
  return `${body}\n\n${initials.trim()}`;
};

export const endsWithInitials = (body: string, initials: string): boolean =>
  initials.trim() !== '' && body.trimEnd().split('\n').at(-1)?.trim() === initials.trim();

/** The subject of an answer: "Re:" once, however long the thread. */
export const answeredSubject = (subject: string): string =>
  (/^\s*re\s*:/i.test(subject) ? subject : `Re: ${subject.trim()}`).trim();
