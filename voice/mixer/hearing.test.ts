import { describe, expect, test } from 'vitest';
import { hears, isRecorded, type Supervising, type Voice } from './hearing.ts';

const voice = (leg: string, more: Partial<Voice> = {}): Voice => ({ leg, held: false, muted: false, ...more });
const agent = voice('agent');

/** How somebody may be in a conference, and who then hears their voice: a bystander, the agent that a whisper names. */
const MODES: Record<string, { as: Partial<Voice>; heardByOthers: boolean; heardByTarget: boolean; listens: boolean }> = {
  talking: { as: {}, heardByOthers: true, heardByTarget: true, listens: true },
  muted: { as: { muted: true }, heardByOthers: false, heardByTarget: false, listens: true },
  held: { as: { held: true }, heardByOthers: false, heardByTarget: false, listens: false },
  monitoring: { as: supervising({ mode: 'monitor' }), heardByOthers: false, heardByTarget: false, listens: true },
  whispering: { as: supervising({ mode: 'whisper', target: 'agent' }), heardByOthers: false, heardByTarget: true, listens: true },
  barging: { as: supervising({ mode: 'barge' }), heardByOthers: true, heardByTarget: true, listens: true },
  'barging on mute': { as: { ...supervising({ mode: 'barge' }), muted: true }, heardByOthers: false, heardByTarget: false, listens: true },
  'whispering on mute': { as: { ...supervising({ mode: 'whisper', target: 'agent' }), muted: true }, heardByOthers: false, heardByTarget: false, listens: true },
};

describe.each(Object.entries(MODES))('somebody %s', (_speaking, speaker) => {
  test.each(Object.entries(MODES))('is heard as they should be by somebody %s', (_listening, listener) => {
    const heard = hears(voice('one', listener.as), voice('two', speaker.as));
    expect(heard).toBe(listener.listens && speaker.heardByOthers);
  });

  test('is heard as they should be by the agent', () => {
    expect(hears(agent, voice('two', speaker.as))).toBe(speaker.heardByTarget);
  });

  test('is not heard by an agent on hold', () => {
    expect(hears({ ...agent, held: true }, voice('two', speaker.as))).toBe(false);
  });
});

test('what everybody may hear is recorded, a whisper and what nobody hears is not', () => {
  const recorded = Object.entries(MODES).filter(([, { as }]) => isRecorded(voice('one', as)));
  expect(recorded.map(([mode]) => mode)).toEqual(['talking', 'barging']);
});

test('nobody hears themselves', () => {
  expect(hears(agent, agent)).toBe(false);
});

test('a whisper to the agent does not reach the destination whom the agent consults', () => {
  const whisper = voice('boss', { supervising: { mode: 'whisper', target: 'agent' } });
  expect(hears(voice('destination'), whisper)).toBe(false);
  expect(hears(agent, whisper)).toBe(true);
});

function supervising(supervising: Supervising): Partial<Voice> {
  return { supervising };
}
