import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { missing } from './network.ts';
import { seenBy } from './seen.ts';

const why = missing('baresip', 'kamailio', 'rtpengine');
const HEARD = -35;

describe.skipIf(why)(`The trunk behind a carrier, Kamailio and rtpengine${why ? ` (skipped: ${why})` : ''}`, () => {
  let seen: Record<string, unknown> = {};
  const db = (name: string) => (seen[name] ?? {}) as Record<number, number>;
  beforeAll(async () => {
    seen = await seenBy(fileURLToPath(new URL('carrier.ts', import.meta.url)));
  }, 120_000);

  test('The trunk registers with its secret, and hears when the secret is wrong', () => {
    expect(seen['registration'], String(seen['said'])).toEqual([{ type: 'registered' }]);
    expect(seen['wrong secret']).toEqual([{ type: 'not-registered', reason: 'refused' }]);
  });

  test('R-105 A call through the carrier is heard on both sides, held and resumed', () => {
    expect(db('in: agent hears')[600]).toBeGreaterThan(HEARD);
    expect(db('in: phone heard')[900]).toBeGreaterThan(HEARD);
    expect(seen).toMatchObject({ 'in: held': true, 'in: packets while held': true, 'in: resumed': true });
  });

  test('R-105 A call out through the carrier proves itself, is heard, and ends when the phone hangs up', () => {
    expect(db('out: agent hears')[600]).toBeGreaterThan(HEARD);
    expect(seen['out']).toEqual([{ type: 'ringing', early: false }, { type: 'answered' }, { type: 'ended', cause: 'normal' }]);
  });

  test('A number that the carrier does not know is unreachable, and nothing is left over', () => {
    expect(seen['nobody']).toEqual([{ type: 'ended', cause: 'unreachable' }]);
    expect(seen['left over']).toBe(0);
  });
});
