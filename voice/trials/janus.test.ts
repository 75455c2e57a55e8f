import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { missing } from './network.ts';
import { seenBy } from './seen.ts';

const why = missing('janus');
const HEARD = -35;

test.skipIf(why)(
  `R-105 A browser behind Janus calls in over SIP, and both sides hear each other${why ? ` (skipped: ${why})` : ''}`,
  async () => {
    const seen = await seenBy(fileURLToPath(new URL('janus.ts', import.meta.url)));
    const db = (name: string) => (seen[name] ?? {}) as Record<number, number>;
    expect(db('agent hears browser')[600], String(seen['said'])).toBeGreaterThan(HEARD);
    expect(db('browser hears agent')[900]).toBeGreaterThan(HEARD);
    expect(seen['ended']).toEqual([{ type: 'answered' }, { type: 'ended', cause: 'normal' }]);
  },
  120_000,
);
