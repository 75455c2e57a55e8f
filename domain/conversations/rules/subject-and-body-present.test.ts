import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import type { Channel } from '../conversation.ts';
import { subjectAndBodyPresent } from './subject-and-body-present.ts';

const write = (channel: Channel, subject: string, body: string) => ({
  draft: { channel, to: 'ana@home.example', subject, body },
});

examples(subjectAndBodyPresent, {
  breaks: [
    write('email', '\u200B', 'All done.'),
    write('email', 'Re: ', 'All done.'),
    write('email', 'Boiler', ' \n\t\u3164\u00A0'),
    write('email', '', ''),
    write('chat', 'Boiler', ' '),
    write('text', '', ''),
  ],
  keeps: [write('email', 'Re: Re:', '.'), write('email', 'Boiler', 'Ok'), write('chat', '', 'Hi'), write('text', '', '1')],
});

test('R-140 The refusal says what is missing', () => {
  expect(subjectAndBodyPresent.because?.(write('email', '', 'Hi'))).toBe('The subject is empty.');
  expect(subjectAndBodyPresent.because?.(write('email', '', ''))).toBe('The subject and the message are empty.');
  expect(subjectAndBodyPresent.because?.(write('chat', '', ''))).toBe('The message is empty.');
});
