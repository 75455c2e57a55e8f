import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emojiIn } from './emoji.ts';
import { answeredSubject, endsWithInitials, signed, type Draft } from './draft.ts';
import { initialsEndAnEmail } from './rules/initials-end-an-email.ts';

const mail = (body: string): Draft => ({ channel: 'email', to: 'ana@home.example', subject: 'Boiler', body });
// Any UTF-16 units, halves of pairs and control characters among them.
const anyText = fc.array(fc.nat(0xffff), { maxLength: 30 }).map((units) => String.fromCharCode(...units));
const initials = fc.string({ minLength: 1, maxLength: 4 }).filter((text) => text.trim() !== '' && !/[\r\n]/.test(text));

test('R-144 The initials stand on a line of their own, below the text', () =>
  expect(signed(mail('We come on Tuesday. \n\n'), 'AR')).toBe('We come on Tuesday.\n\nAR'));

test('R-144 Whatever somebody writes, their email ends with their initials and breaks no rule about them', () =>
  fc.assert(
    fc.property(anyText, initials, (body, by) => {
      const leaving = signed(mail(body), by);
      expect(endsWithInitials(leaving, by)).toBe(true);
      expect(initialsEndAnEmail.brokenBy({ draft: mail(body), body: leaving, initials: by })).toBe(false);
    }),
  ));

test('R-144 Signing twice is signing once, and the text stays', () =>
  fc.assert(
    fc.property(anyText, initials, (body, by) => {
      const once = signed(mail(body), by);
      expect(signed(mail(once), by)).toBe(once);
      expect(once.startsWith(body.trimEnd())).toBe(true);
    }),
  ));

test.each(['chat', 'text'] as const)('R-144 A %s is sent as it was written', (channel) =>
  expect(signed({ ...mail('On my way'), channel }, 'AR')).toBe('On my way'),
);

test('R-137 An answer carries the subject with one "Re:", however long the thread', () => {
  expect(answeredSubject('Boiler')).toBe('Re: Boiler');
  expect(answeredSubject(' RE : Boiler ')).toBe('RE : Boiler');
  fc.assert(fc.property(fc.string(), (subject) => {
    expect(answeredSubject(answeredSubject(subject))).toBe(answeredSubject(subject));
  }));
});

test('R-141 A customer’s emoji are not carried on in the subject of an answer', () => {
  expect(answeredSubject('🔥🔥 Boiler 👩‍👩‍👧‍👦 off :smile: &#128512;')).toBe('Re: Boiler off');
  expect(answeredSubject('Re: 🔥 Boiler')).toBe('Re: Boiler');
  expect(answeredSubject('🔥')).toBe('Re:');
  const pieces = fc.constantFrom('🔥', ':', 'smile', '&#12', '8512', ';', ' ', 'Re:', 'Boiler', '\u200D', '\uFE0F', '❤', '1');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
      const subject = answeredSubject(words.join(''));
      expect(emojiIn(subject)).toEqual([]);
      expect(answeredSubject(subject)).toBe(subject);
    }),
  );
});
