import { expect, test } from 'vitest';
import { evolveToken } from './token.ts';

test('R-328 A token is what it was made for until it is revoked, and tells who made it', () => {
  const made = evolveToken(undefined, { type: 'token.made', tokenId: 't', name: 'Reports', roles: ['agent'], queueIds: ['q'], only: ['tasks.waiting'], at: '2026-03-02T09:00:00.000Z', by: 'max', version: 1 });
  expect(made).toEqual({ id: 't', version: 1, name: 'Reports', roles: ['agent'], queueIds: ['q'], only: ['tasks.waiting'], madeBy: 'max', madeAt: '2026-03-02T09:00:00.000Z', status: 'active' });
  expect(evolveToken(made, { type: 'token.revoked', tokenId: 't', at: '2026-03-03T09:00:00.000Z', by: 'max', version: 2 })).toEqual({ ...made, version: 2, status: 'revoked' });
});
