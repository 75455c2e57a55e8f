import type { Channel } from './conversation.ts';
import { emojiIn } from './emoji.ts';

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

/** The subject of an answer: "Re:" once, however long the thread, and without the emoji that a customer may write and we may not. */
export const answeredSubject = (subject: string): string => {
  const plain = withoutEmoji(subject).trim();
  return /^re\s*:/i.test(plain) ? plain : `Re: ${plain}`.trim();
};

const withoutEmoji = (text: string): string => {
  const found = emojiIn(text);
  if (found.length === 0) return text;
  const between = [...found, { start: text.length }].map(({ start }, at) => text.slice(found[at - 1]?.end ?? 0, start).trim());
  // What stood around one may be another.
  return withoutEmoji(between.filter(Boolean).join(' '));
};
