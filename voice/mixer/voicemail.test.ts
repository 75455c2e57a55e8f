import { expect, test } from 'vitest';
import { farPhone, humming, opus } from '@firstline/testing/voice/far-phone.ts';
import { level } from '@firstline/testing/voice/level.ts';
import { SILENCE } from '../sound/frame.ts';
import { tones } from '../sound/tones.ts';
import { createMixer } from './mixer.ts';
import type { Sides } from './sides.ts';
import { takeMessage, type Voicemail } from './voicemail.ts';

/** A caller who gets the mailbox, and says 440 Hz while `speaks` says so. */
const mailbox = (speaks: (second: number) => boolean) => {
  const done: Voicemail[] = [];
  const kept: Sides[] = [];
  let at = 0;
  const mixer = createMixer({ chance: () => 0.5, report: (happening) => box.happened(happening) });
  const hum = humming(440);
  const phone = farPhone(opus, (frame) => (speaks(frame / 50) ? hum(frame) : SILENCE));
  mixer.join('mail', { leg: 'caller', side: 'customer', transport: phone.transport });
  const box = takeMessage(
    mixer,
    { id: 'box', conference: 'mail', leg: 'caller', greeting: tones([{ hertz: 600, loud: 0.2 }], 1000), tape: { write: (sides) => kept.push(sides) }, mostMs: 6000, silenceMs: 2000 },
    (message) => done.push(message),
  );
  return {
    box,
    mixer,
    phone,
    done,
    kept,
    passes: (seconds: number) => {
      for (let i = 0; i < seconds * 50; i += 1) {
        phone.arrives(phone.next(at));
        at += 20;
        mixer.tick(at);
      }
    },
  };
};

test('R-116 A caller hears the greeting, then the beep; what is said after it is kept until a pause ends it', () => {
  const { passes, phone, done, kept } = mailbox((second) => second < 4);
  passes(1.5);
  const heard = phone.heard();
  expect(level(heard.slice(9600, 43_200), 600)).toBeGreaterThan(-20);
  expect(level(heard.slice(50_000, 66_000), 1000)).toBeGreaterThan(-20);
  expect(kept.length).toBeLessThan(6);
  passes(6);
  expect(done).toEqual([{ cause: 'silence', ms: expect.any(Number) as number, spokenMs: expect.any(Number) as number }]);
  expect(Math.abs(done[0]!.spokenMs - 2600)).toBeLessThan(150);
  expect(done[0]!.ms - done[0]!.spokenMs).toBeCloseTo(2000, -2);
  expect(kept.every(({ staff }) => staff === SILENCE)).toBe(true);
});

test('a message ends at its limit, however long somebody speaks', () => {
  const { passes, done } = mailbox(() => true);
  passes(9);
  expect(done).toMatchObject([{ cause: 'limit', ms: 6000 }]);
});

test('who hangs up has left what was said by then; who hangs up during the greeting, nothing', () => {
  const said = mailbox(() => true);
  said.passes(3);
  said.box.hangup();
  said.box.hangup();
  expect(said.done).toMatchObject([{ cause: 'hangup' }]);
  expect(said.done[0]!.ms).toBeGreaterThan(1000);
  const nothing = mailbox(() => true);
  nothing.passes(0.5);
  nothing.box.hangup();
  expect(nothing.done).toMatchObject([{ cause: 'hangup', ms: 0 }]);
});

test('the hash key skips the greeting, and ends the message', () => {
  const { box, passes, done, kept } = mailbox(() => true);
  passes(0.2);
  const key = { type: 'leg.digit', leg: 'caller', digit: '#', heldMs: 160 } as const;
  box.happened(key);
  passes(1);
  expect(kept.length).toBeGreaterThan(20);
  box.happened(key);
  expect(done).toMatchObject([{ cause: 'key' }]);
  const before = kept.length;
  passes(1);
  expect(kept).toHaveLength(before);
});
