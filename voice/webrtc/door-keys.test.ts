import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { legToken } from './leg-token.ts';
import { rateLimit } from './rate-limit.ts';
import { iceServersFor } from './turn.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');

test('a token opens for its leg until it runs out, and for nothing else', () => {
  const tokens = legToken('secret');
  const token = tokens.issue('leg-1', NOW + 60_000);
  expect(tokens.read(token, NOW)).toBe('leg-1');
  expect(tokens.read(token, NOW + 60_000)).toBeUndefined();
  expect(legToken('other').read(token, NOW)).toBeUndefined();
  expect(tokens.read(token.replace('leg-1', 'leg-2'), NOW)).toBeUndefined();
  expect(tokens.read(token.replace(String(NOW + 60_000), String(NOW + 99_000)), NOW)).toBeUndefined();
  for (const forged of ['', 'leg-1', '..', `${token}x`, 'a'.repeat(100_000)]) expect(tokens.read(forged, NOW)).toBeUndefined();
});

test('a help server gets credentials that end by themselves, made from the shared secret', () => {
  const [turn, stun] = iceServersFor([{ urls: ['turn:turn.example:3478?transport=udp'], secret: 'north' }, { urls: ['stun:stun.example'], secret: '' }], 'leg-1', NOW, 600);
  expect(turn).toEqual({
    urls: ['turn:turn.example:3478?transport=udp'],
    username: `${NOW / 1000 + 600}:leg-1`,
    credential: createHmac('sha1', 'north').update(`${NOW / 1000 + 600}:leg-1`).digest('base64'),
  });
  expect(stun).toEqual({ urls: ['stun:stun.example'] });
});

test('so many tries in a window, then none until it is over; another key is not touched', () => {
  const may = rateLimit(3, 10_000);
  expect([may('a', NOW), may('a', NOW), may('a', NOW), may('a', NOW + 9999)]).toEqual([true, true, true, false]);
  expect(may('b', NOW)).toBe(true);
  expect(may('a', NOW + 10_000)).toBe(true);
});

test('many strangers do not fill the memory and do not free the one who was counted last', () => {
  const may = rateLimit(1, 10_000);
  for (let key = 0; key < 20_000; key += 1) may(`stranger ${key}`, NOW);
  expect(may('stranger 19999', NOW)).toBe(false);
  expect(may('stranger 0', NOW)).toBe(true);
});
