import { examples } from '@firstline/testing/examples.ts';
import { expect, test } from 'vitest';
import type { Channel } from '../conversation.ts';
import { signed } from '../draft.ts';
import { initialsEndAnEmail } from './initials-end-an-email.ts';

const leaving = (body: string, initials = 'AR', channel: Channel = 'email') => ({
  draft: { channel, to: 'ana@home.example', subject: 'Your boiler', body },
  body,
  initials,
});
const signedBy = (initials: string, body: string) => {
  const facts = leaving(body, initials);
  return { ...facts, body: signed(facts.draft, initials) };
};

examples(initialsEndAnEmail, {
  breaks: [
    leaving('We come on Tuesday. AR'),
    leaving('AR\n\nWe come on Tuesday.'),
    leaving('We come on Tuesday.\n\nar'),
    leaving('We come on Tuesday.\n\nBO'),
    leaving('We come on Tuesday.'),
    signedBy('', 'We come on Tuesday.'),
    signedBy('  ', 'We come on Tuesday.'),
  ],
  keeps: [
    leaving('We come on Tuesday.\r\n\r\nAR\r\n'),
    signedBy('AR', ''),
    signedBy(' AR ', 'We come on Tuesday.'),
    signedBy('AR', 'We come on Tuesday.\n\nAR'),
    leaving('On my way', '', 'chat'),
  ],
});

test('R-144 The refusal says why the initials are not there', () => {
  expect(initialsEndAnEmail.because?.(leaving('Hi'))).toBe('AR is missing below the text.');
  expect(initialsEndAnEmail.because?.(leaving('Hi', ''))).toContain('ask an administrator');
});
