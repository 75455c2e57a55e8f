import { expect, test } from 'vitest';
import { TASK_TYPES } from './task-type.ts';
import { triage } from './triage.ts';

test.each([
  ['complaint', '', 'This is the third time I write about the leak. Unacceptable!'],
  ['complaint', 'Complaint about your visit', 'Your technician was rude.'],
  ['complaint', '', 'I want to cancel my contract, your service is terrible service.'],
  ['complaint', '', 'I’m so disappointed, I want to speak with a manager'],
  ['urgent-appointment', '', 'A pipe has burst and water is pouring into the cellar!'],
  ['urgent-appointment', 'URGENT', 'Please send a technician today.'],
  ['urgent-appointment', '', 'We have no heating and two small children.'],
  ['owner-verification', '', 'I am the new owner of Oak Street 4. Which proof of ownership do you need?'],
  ['reschedule', '', 'Can we move my appointment to another day?'],
  ['reschedule', '', "I can't make it on Tuesday. I have to cancel the appointment, can we reschedule?"],
  ['cancel', 'Cancel', 'See subject.'],
  ['cancel', '', 'Please cancel my visit on Friday.'],
  ['cancel', '', 'We no longer need the repair.'],
  ['follow-up', '', 'Is there any news about my quote?'],
  ['follow-up', '', "I still haven't heard from you."],
  ['inquiry', '', 'What is your cancellation policy?'],
  ['inquiry', '', 'I would like to book an appointment for my boiler.'],
  ['inquiry', 'Price of a heat pump', 'Thanks'],
  ['inquiry', '', '¿Cuánto cuesta?'],
  // Strong words in an older mail below are not this time's complaint.
  ['inquiry', '', 'Do you repair roofs?\n\nOn 2 Mar 2026 at 09:14 Tom <t@x.org> wrote:\n> This is unacceptable, I want to complain!'],
  ['other', '', 'Here are the photos.'],
  ['other', '', ''],
  ['other', '', '👍'],
] as const)('R-047 It is taken for %s: %s %s', (taskType, subject, text) => expect(triage({ subject, text })).toBe(taskType));

test('R-047 Only the top of a long text is read', () => {
  expect(triage({ subject: '', text: `${'Here are the photos. '.repeat(50_000)}I complain.` })).toBe('other');
  for (const piece of ['move ', 'verify ', 'appointment ', 'very ', '  '])
    expect(TASK_TYPES.map(({ id }) => id)).toContain(triage({ subject: piece.repeat(1000), text: piece.repeat(100_000) }));
});
