import type { Rule } from '../../rule.ts';
import type { Draft } from '../draft.ts';
import { emojiIn } from '../emoji.ts';

export const noEmojiInEmail: Rule<{ draft: Draft; body: string }> = {
  name: 'no-emoji-in-email',
  says: 'An email carries no emoji. Say it in words.',
  strength: 'stops',
  from: ['R-141'],
  brokenBy: ({ draft, body }) => draft.channel === 'email' && emojiIn(`${draft.subject}\n${body}`).length > 0,
  because: ({ draft, body }) => {
    const places = [
      ...emojiIn(draft.subject).map(({ text }) => `${text} in the subject`),
      ...emojiIn(body).map(({ text, start }) => `${text} in line ${lineAt(body, start)}`),
    ];
    const shown = places.slice(0, MOST_SHOWN).join(', ');
    return places.length > MOST_SHOWN ? `${shown} and ${places.length - MOST_SHOWN} more.` : `${shown}.`;
  },
};

const MOST_SHOWN = 3;
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
