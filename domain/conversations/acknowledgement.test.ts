import { expect, test } from 'vitest';
import { mayAcknowledge, type Acknowledging } from './acknowledgement.ts';

const usual: Acknowledging = { to: 'dana@customer.example', ours: ['support@house.example'], automatic: false, opens: true, sender: 'verified', inTheHour: 0, inTheDay: 0 };

test.each<[string, Partial<Acknowledging>]>([
  ['what a machine wrote', { automatic: true }],
  ['a further mail of a thread', { opens: false }],
  ['a no-reply address', { to: 'no-reply@shop.example' }],
  ['a mail daemon', { to: 'MAILER-DAEMON@mx.example' }],
  ['nobody', { to: '' }],
  ['an address of ours', { to: 'Support@House.example' }],
  ['a sender who failed the check', { sender: 'failed' }],
  ['a third time in the hour', { inTheHour: 2, inTheDay: 2 }],
  ['a second time in the day, where nobody checked the sender', { sender: undefined, inTheDay: 1 }],
])('S5 S15 No answer goes out by itself to %s', (_, facts) => expect(mayAcknowledge({ ...usual, ...facts })).toBe(false));

test.each<[string, Partial<Acknowledging>]>([
  ['a person', {}],
  ['a person nobody checked', { sender: undefined }],
  ['a person for the second time in the hour', { inTheHour: 1, inTheDay: 30 }],
])('S15 An answer may go out by itself to %s', (_, facts) => expect(mayAcknowledge({ ...usual, ...facts })).toBe(true));
