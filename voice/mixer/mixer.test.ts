import { expect, test } from 'vitest';
import { farPhone, humming, opus, pcma, pcmu, type FarPhone } from '@firstline/testing/voice/far-phone.ts';
import { level } from '@firstline/testing/voice/level.ts';
import { musicFrom } from '../sound/music.ts';
import { toPcm16 } from '../sound/frame.ts';
import { soundOfWav, wavHeader } from '../sound/wav.ts';
import { tones } from '../sound/tones.ts';
import { createMixer } from './mixer.ts';

const LOUD = -25;
const NOT_HEARD = -60;

/** A file that an administrator brought. */
const houseTune = () => {
  const pcm = toPcm16(tones([{ hertz: 1300, loud: 0.2 }], 5000));
  return soundOfWav(Buffer.concat([wavHeader({ rate: 48_000, channels: 1 }, pcm.byteLength), Buffer.from(pcm.buffer)]))!;
};

/** A conference room with phones on its wires; each hums its own tone. */
const room = () => {
  const mixer = createMixer({ chance: () => 0.5, music: [musicFrom('house tune', houseTune())] });
  const phones = new Map<string, FarPhone>();
  let at = 0;
  const passes = (ticks: number) => {
    for (let i = 0; i < ticks; i += 1) {
      for (const phone of phones.values()) phone.arrives(phone.next(at + 3));
      at += 20;
      mixer.tick(at);
    }
  };
  return {
    mixer,
    joins: (leg: string, hertz: number, codec = opus, conference = 'call') => {
      const phone = farPhone(codec, humming(hertz));
      phones.set(leg, phone);
      mixer.join(conference, { leg, side: leg === 'customer' ? 'customer' : 'staff', transport: phone.transport });
    },
    passes,
    all: (leg: string) => phones.get(leg)!.heard(),
    sent: (leg: string) => phones.get(leg)!.sent.map(({ payload }) => payload),
    /** How loud each of these pitches is at one phone within the last half second, after all has settled. */
    hears: (leg: string, ...pitches: number[]) => {
      const sound = phones.get(leg)!.heard().slice(-24_000);
      return pitches.map((hertz) => level(sound, hertz));
    },
  };
};

const three = () => {
  const here = room();
  here.joins('customer', 500);
  here.joins('agent', 800, pcmu);
  here.joins('destination', 1100, pcma);
  return here;
};

const heard = (levels: number[]) => levels.map((db) => (db > LOUD ? 'heard' : db < NOT_HEARD ? '-' : db));

test('each of three hears the two others and not themselves, whatever their codec', () => {
  const here = three();
  here.passes(75);
  expect(heard(here.hears('customer', 500, 800, 1100))).toEqual(['-', 'heard', 'heard']);
  expect(heard(here.hears('agent', 500, 800, 1100))).toEqual(['heard', '-', 'heard']);
  expect(heard(here.hears('destination', 500, 800, 1100))).toEqual(['heard', 'heard', '-']);
});

test('R-121 A customer on hold hears music and neither side, and neither side hears the customer', () => {
  const here = three();
  here.mixer.hold('customer', true);
  here.passes(75);
  expect(heard(here.hears('agent', 500, 1100))).toEqual(['-', 'heard']);
  expect(heard(here.hears('destination', 500, 800))).toEqual(['-', 'heard']);
  expect(heard(here.hears('customer', 800, 1100))).toEqual(['-', '-']);
  expect(Math.max(...here.hears('customer', 261.63, 329.63, 392))).toBeGreaterThan(-45);

  here.mixer.hold('customer', false);
  here.passes(75);
  expect(heard(here.hears('agent', 500))).toEqual(['heard']);
});

test('R-106 Somebody on mute is not heard and still hears', () => {
  const here = three();
  here.mixer.mute('agent', true);
  here.passes(75);
  expect(heard(here.hears('customer', 800, 1100))).toEqual(['-', 'heard']);
  expect(heard(here.hears('agent', 500))).toEqual(['heard']);
});

test('R-124 When the first agent leaves, customer and destination still hear each other', () => {
  const here = three();
  here.passes(50);
  here.mixer.leave('agent');
  here.passes(75);
  expect(heard(here.hears('customer', 800, 1100))).toEqual(['-', 'heard']);
  expect(heard(here.hears('destination', 500, 800))).toEqual(['heard', '-']);
});

test('R-123 Two who spoke apart are merged with the third by moving one leg', () => {
  const here = room();
  here.joins('customer', 500);
  here.joins('agent', 800);
  here.joins('destination', 1100, opus, 'consult');
  here.passes(60);
  expect(heard(here.hears('customer', 1100))).toEqual(['-']);
  here.mixer.move('destination', 'call');
  here.passes(75);
  expect(heard(here.hears('customer', 800, 1100))).toEqual(['heard', 'heard']);
  expect(heard(here.hears('destination', 500, 800))).toEqual(['heard', 'heard']);
});

test('a supervisor who whispers is heard by the agent alone, and who monitors by nobody', () => {
  const here = three();
  here.joins('boss', 1700);
  here.mixer.supervise('boss', { mode: 'whisper', target: 'agent' });
  here.passes(75);
  expect(heard(here.hears('agent', 1700))).toEqual(['heard']);
  expect(heard(here.hears('customer', 1700))).toEqual(['-']);
  expect(heard(here.hears('destination', 1700))).toEqual(['-']);
  expect(heard(here.hears('boss', 500, 800, 1100))).toEqual(['heard', 'heard', 'heard']);

  here.mixer.supervise('boss', { mode: 'monitor' });
  here.passes(75);
  expect(heard(here.hears('agent', 1700))).toEqual(['-']);
});

test('somebody turned up or down is heard so by the others', () => {
  const here = three();
  here.passes(75);
  const [before] = here.hears('customer', 800);
  here.mixer.gain('agent', 0.5);
  here.passes(75);
  expect(before! - here.hears('customer', 800)[0]!).toBeCloseTo(6, 0);
});

test('two on hold in two calls are sent the very same packets, so music is packed once', () => {
  const here = room();
  here.joins('customer', 500, opus, 'one');
  here.joins('agent', 800, opus, 'two');
  here.mixer.hold('customer', true);
  here.mixer.hold('agent', true);
  here.passes(10);
  expect(here.sent('agent')).toHaveLength(10);
  expect(here.sent('agent').every((payload, tick) => payload === here.sent('customer')[tick])).toBe(true);
  here.mixer.hold('agent', false);
  here.passes(1);
  expect(here.sent('agent')[10]).not.toBe(here.sent('customer')[10]);
});

test('a prompt for one leg is heard by that leg, one for the conference by all who are not on hold', () => {
  const here = three();
  here.mixer.play('welcome', { leg: 'customer' }, humming(2000)(0), { loops: true });
  here.passes(75);
  expect(heard(here.hears('customer', 2000))).toEqual(['heard']);
  expect(heard(here.hears('agent', 2000))).toEqual(['-']);
  here.mixer.stop('welcome');
  here.mixer.play('recorded', { conference: 'call' }, humming(2500)(0), { loops: true });
  here.passes(75);
  expect(heard(here.hears('customer', 2000, 2500))).toEqual(['-', 'heard']);
  expect(heard(here.hears('agent', 2500))).toEqual(['heard']);
});

test('whoever is put on mute in the middle of a word does not break off with a click', () => {
  const here = room();
  here.joins('customer', 500, pcma);
  here.joins('agent', 112);
  here.passes(75);
  here.mixer.mute('agent', true);
  here.passes(4);
  // What a sudden end spreads over all pitches, well away from the hum itself.
  const click = Math.max(...[1500, 2000, 2500].map((hertz) => level(here.all('customer').slice(-4800), hertz)));
  expect(click).toBeLessThan(-78);
  expect(heard([level(here.all('customer').slice(-1920), 112)])).toEqual(['-']);
});

test('whoever waits hears the tune that was asked for, out of a file of the house', () => {
  const here = three();
  here.mixer.hold('customer', true, 'house tune');
  here.mixer.hold('agent', true, 'no such tune');
  here.passes(75);
  expect(heard(here.hears('customer', 1300, 261.63))).toEqual(['heard', '-']);
  expect(Math.max(...here.hears('agent', 261.63, 329.63, 392))).toBeGreaterThan(-45);
});
