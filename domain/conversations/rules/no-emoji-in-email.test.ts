import { withCollected } from '@firstline/testing/collected.ts';
import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import type { Channel } from '../conversation.ts';
import { emojiIn } from '../emoji.ts';
import { noEmojiInEmail } from './no-emoji-in-email.ts';

const write = (channel: Channel, body: string, subject = 'Your boiler') => ({
  draft: { channel, to: 'ana@home.example', subject, body },
  body,
});

examples(noEmojiInEmail, {
  breaks: [
    write('email', 'Press *\u20E3 to go on'),
    write('email', 'Flag of England: 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'),
    write('email', 'We ❤ boilers'),
    write('email', 'Best ☺'),
    write('email', '©\uFE0F 2026'),
    write('email', 'Great &#128512;'),
    write('email', 'Great &#x1F600 thanks'),
    write('email', 'Done :tada::rocket:'),
    write('email', 'Yes :+1:'),
    write('email', 'All done 🙂'),
    write('email', 'All done', '🔥 Offer'),
    write('email', 'Family 👨‍👩‍👧 of three'),
    { ...write('email', 'All done'), body: 'All done\n\nA🙂' },
  ],
  keeps: [
    write('email', '© 2026 Acme™, call #1 *now* ®'),
    write('email', 'Step → next ↔ back ✓ ✔ ‼ ℹ'),
    write('email', 'See urn:isbn:12 at 12:30:45 or std::vector::size'),
    write('email', 'https://shop.example:8080/a:b:c'),
    write('email', 'Tea &amp; toast &#49;&#233;'),
    write('email', 'Ä中é € ½ №'),
    write('chat', 'All done 🙂'),
    write('text', 'On my way 🚐'),
  ],
});

test('R-141 The refusal points at the emoji', () => {
  expect(noEmojiInEmail.because?.(write('email', 'Hello\nAll done 🙂', '🔥 Offer'))).toBe(
    '🔥 in the subject, 🙂 in line 2.',
  );
  expect(noEmojiInEmail.because?.(write('email', '🙂🙃😉😀😁'))).toBe(
    '🙂 in line 1, 🙃 in line 1, 😉 in line 1 and 2 more.',
  );
});

test('R-141 Each emoji is found whole and where it stands', () => {
  const text = 'A 👨‍👩‍👧 and 👍🏽 and 🇬🇧🇩🇪';
  expect(emojiIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['👨‍👩‍👧', '👍🏽', '🇬🇧', '🇩🇪']);
});

withCollected('desk-text-cases/emoji.json', 'R-141 Collected characters fall on the right side', (read) => {
  const cases = JSON.parse(read()) as Record<string, string[]>;
  const carries = (text: string) => emojiIn(text).length > 0;
  const pictures = [...(cases.must_block ?? []), ...(cases.renders_as_emoji_in_some_mail_clients ?? [])];
  expect(pictures.filter((text) => !carries(text))).toEqual([]);
  expect((cases.must_allow ?? []).filter(carries)).toEqual([]);
});
