import { expect, test } from 'vitest';
import { farPhone, humming, opus, pcma, pcmu } from '@firstline/testing/voice/far-phone.ts';
import { level } from '@firstline/testing/voice/level.ts';
import { createDigitsIn } from '../digits/digits-in.ts';
import { createDigitsOut } from '../digits/digits-out.ts';
import type { Happening } from './happening.ts';
import { createMixer } from './mixer.ts';

/** One phone in a call; it presses keys while it hums. */
const caller = (codec = pcmu) => {
  const told: Happening[] = [];
  const mixer = createMixer({ chance: () => 0.5, report: (happening) => told.push(happening) });
  const phone = farPhone(codec, humming(440));
  mixer.join('call', { leg: 'caller', side: 'customer', transport: phone.transport });
  let at = 0;
  let keyed = 0;
  const keys = createDigitsOut(codec, (packet) => phone.arrives({ ...phone.next(at), ...packet }));
  return {
    mixer,
    phone,
    told,
    presses: (digits: string) => keys.press(digits),
    passes: (ticks: number) => {
      for (let i = 0; i < ticks; i += 1) {
        if (!keys.tick((keyed += 160))) phone.arrives(phone.next(at));
        at += 20;
        mixer.tick(at);
      }
    },
  };
};

const digits = (told: Happening[]) => told.flatMap((happening) => (happening.type === 'leg.digit' ? [happening.digit] : [])).join('');

test('keys that a caller presses are told one by one', () => {
  const { presses, passes, told } = caller();
  passes(20);
  presses('15#7');
  passes(60);
  expect(digits(told)).toBe('15#7');
});

test('what a menu asks for is gathered, and the first key ends its prompt', () => {
  const { mixer, presses, passes, told } = caller();
  mixer.play('menu', { leg: 'caller' }, humming(2000)(0), { loops: true });
  mixer.gather('choice', 'caller', { maxDigits: 4, timeoutMs: 3000, closingKey: '#' }, 'menu');
  passes(300);
  expect(told).toEqual([]);
  presses('42#');
  passes(60);
  expect(told.map(({ type }) => type)).toEqual(['playback.ended', 'leg.digit', 'leg.digit', 'gather.ended', 'leg.digit']);
  expect(told.at(-2)).toMatchObject({ type: 'gather.ended', gather: 'choice', leg: 'caller', digits: '42', cause: 'closed' });
});

test('a caller who presses nothing after the prompt, or leaves, ends the waiting', () => {
  const { mixer, passes, told } = caller();
  mixer.play('menu', { leg: 'caller' }, humming(2000)(0));
  mixer.gather('choice', 'caller', { maxDigits: 1, timeoutMs: 1000 }, 'menu');
  passes(50);
  expect(told).toEqual([{ type: 'playback.ended', playback: 'menu', cause: 'played' }]);
  passes(5);
  expect(told.at(-1)).toMatchObject({ type: 'gather.ended', digits: '', cause: 'timeout' });
  mixer.gather('again', 'caller', { maxDigits: 1, timeoutMs: 1000 });
  mixer.leave('caller');
  expect(told.at(-1)).toMatchObject({ type: 'gather.ended', gather: 'again', cause: 'stopped' });
});

test.each([['Opus', opus], ['G.711', pcmu]])('keys for a far side that knows them as events are sent as such (%s)', (_, codec) => {
  const { mixer, phone, passes } = caller(codec);
  expect(mixer.sendDigits('caller', '4*')).toBe(true);
  passes(60);
  const pressed: string[] = [];
  const far = createDigitsIn(codec.clockRate, ({ digit }) => pressed.push(digit));
  phone.sent.forEach((packet, sequence) => packet.payloadType === codec.digitsPayloadType && far.take({ ...packet, sequence, arrivedAt: 0 }));
  expect(pressed).toEqual(['4', '*']);
  expect(mixer.sendDigits('caller', 'x')).toBe(false);
});

test('a far side that does not know events hears the keys as tones', () => {
  const { mixer, phone, passes } = caller(pcma);
  mixer.sendDigits('caller', '5');
  passes(12);
  const heard = phone.heard().slice(960, 7 * 960);
  expect(level(heard, 770)).toBeGreaterThan(-18);
  expect(level(heard, 1336)).toBeGreaterThan(-18);
});
