import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { missing } from './network.ts';
import { seenBy } from './seen.ts';

const why = missing('sipp');

describe.skipIf(why)(`Many callers and the trunk${why ? ` (skipped: ${why})` : ''}`, () => {
  let seen: Record<string, unknown> = {};
  beforeAll(async () => {
    seen = await seenBy(fileURLToPath(new URL('load.ts', import.meta.url)));
  }, 120_000);

  test('Twenty calls at five a second are all taken, and none is left over', () => {
    expect(seen['20 calls at 5 a second'], String(seen['said'])).toEqual({ code: 0, successful: 20, failed: 0 });
    expect([seen['calls that came'], seen['legs left over']]).toEqual([20, 0]);
  });

  test('A stranger is not even answered, but counted', () => {
    expect(seen['a stranger']).toMatchObject({ successful: 0, failed: 1 });
    expect(seen['after the stranger']).toEqual({ calls: 20, heardOf: true });
  });

  test('Only a caller who knows the secret is let in, and a wrong one is told to somebody', () => {
    expect(seen['the right secret']).toMatchObject({ successful: 1, failed: 0 });
    expect(seen['a wrong secret']).toMatchObject({ code: expect.any(Number) as number, successful: 0 });
    expect(seen['alerts']).toEqual([{ type: 'wrong-secret', from: '10.77.0.2' }]);
  });
});
