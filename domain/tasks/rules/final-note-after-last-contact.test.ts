import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import type { Note } from '../note.ts';
import { finalNoteAfterLastContact } from './final-note-after-last-contact.ts';

const noted = (at: string, discussed = 'Booked for Tuesday.', more: Partial<Note> = {}): Note => ({
  id: at,
  by: 'ana',
  at: `2026-03-02T${at}Z`,
  discussed,
  ...more,
});
const closed = (notes: Note[], lastContact?: string, doubtful?: [string, 'queued' | 'unknown']) => ({
  task: { notes },
  lastContactAt: lastContact && `2026-03-02T${lastContact}Z`,
  ...(doubtful && { doubtful: { at: `2026-03-02T${doubtful[0]}Z`, result: doubtful[1] } }),
});

examples(finalNoteAfterLastContact, {
  breaks: [
    closed([noted('10:00:00.000')], '10:00:00.000'),
    closed([noted('10:00:00.000')], '10:00:00.001'),
    closed([noted('10:05:00', ' \n ')], '10:00:00'),
    closed([noted('10:05:00', '', { mood: 'happy' })], '10:00:00'),
    closed([noted('09:00:00'), noted('09:30:00')], '10:00:00'),
    closed([], '10:00:00'),
    closed([noted('10:05:00')], '10:00:00', ['10:06:00', 'queued']),
    closed([noted('10:05:00')], undefined, ['10:06:00', 'unknown']),
    closed([]),
  ],
  keeps: [
    // The same moment written with and without fractions must not compare as text.
    closed([noted('10:00:00.001')], '10:00:00'),
    closed([noted('10:05:00'), noted('09:00:00')], '10:00:00'),
    closed([noted('10:05:00', '', { agreed: 'Tuesday at two' })], '10:00:00'),
    closed([noted('09:00:00')]),
    closed([noted('10:05:00')], '10:00:00', ['10:04:00', 'queued']),
  ],
});

test('R-164 The refusal tells a missing note from one that came too early', () => {
  expect(finalNoteAfterLastContact.because?.(closed([]))).toBe('There is no note yet.');
  expect(finalNoteAfterLastContact.because?.(closed([noted('09:00:00')], '10:00:00'))).toBe(
    'The last contact with the customer is later than your last note.',
  );
  const wrote = (came: 'queued' | 'unknown') => finalNoteAfterLastContact.because?.(closed([noted('09:00:00')], '08:00:00', ['10:00:00', came]));
  expect([wrote('queued'), wrote('unknown')]).toEqual([
    'A mail to the customer that was written after your last note is on its way.',
    'A mail to the customer that was written after your last note may have reached them.',
  ]);
});
