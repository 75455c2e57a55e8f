import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { missing } from './network.ts';
import { seenBy } from './seen.ts';

const why = missing('baresip');
/** Heard, and not heard, in dB below full scale. */
const HEARD = -35;
const UNHEARD = -45;

describe.skipIf(why)(`Real phones and the trunk${why ? ` (skipped: ${why})` : ''}`, () => {
  let seen: Record<string, unknown> = {};
  const db = (name: string, hertz: number) => (seen[name] as Record<number, number> | undefined)?.[hertz] ?? Number.NaN;

  beforeAll(async () => {
    seen = await seenBy(fileURLToPath(new URL('phones.ts', import.meta.url)));
  }, 120_000);

  test('R-105 A phone calls in, and the agent hears it', () => {
    expect(db('agent hears caller', 600), String(seen['said'])).toBeGreaterThan(HEARD);
    expect(db('agent hears caller', 1300)).toBeLessThan(UNHEARD);
  });

  test('R-106 Keys pressed on a phone arrive, and keys sent by the desk are heard there', () => {
    expect([seen['keys in'], seen['keys at the phone']]).toEqual(['15#7', '42']);
  });

  test('R-105 The desk calls a phone, hears it ring and be answered', () => {
    expect(seen['out']).toEqual(['ringing', 'answered']);
  });

  test('R-123 Three talk together', () => {
    expect(db('three-way: agent hears', 600)).toBeGreaterThan(HEARD);
    expect(db('three-way: agent hears', 1300)).toBeGreaterThan(HEARD);
  });

  test('R-124 The agent leaves, and the two phones still hear each other', () => {
    expect(db('after the agent left: caller hears', 1300)).toBeGreaterThan(HEARD);
    expect(db('after the agent left: other hears', 600)).toBeGreaterThan(HEARD);
    expect(db('after the agent left: caller hears', 900)).toBeLessThan(UNHEARD);
    expect(db('after the agent left: other hears', 900)).toBeLessThan(UNHEARD);
    expect(seen['causes']).toEqual(['normal', 'normal']);
  });

  test('R-106 A phone on hold sends nothing, speaks again after it, and may hold us too', () => {
    expect(seen).toMatchObject({ held: true, 'packets while held': 0, resumed: true, 'packets after hold': true });
    expect(seen['far hold']).toEqual({ type: 'far-hold', on: true });
  });

  test('A phone that is not answered, refuses, or gives up ends with its own cause, and nothing is left over', () => {
    expect([seen['no answer'], seen['busy'], seen['canceled']]).toEqual(['no-answer', 'busy', 'canceled']);
    expect(seen['left over']).toEqual([0, 0]);
  });
});
