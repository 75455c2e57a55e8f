import { afterEach, expect, test } from 'vitest';
import { fieldOf, openRawPeer, openTrialTrunk } from './raw-peer.trials.ts';

let closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closes.map((close) => close()));
  closes = [];
});

const registering = async () => {
  const peer = await openRawPeer();
  const line = await openTrialTrunk(peer, { credentials: { user: 'office', secret: 'word' }, register: { expiresSeconds: 600 } });
  closes.push(line.close);
  await expect.poll(() => peer.heard.length).toBe(1);
  return { peer, ...line };
};
const ask = (nonce: string, more = '') => [`WWW-Authenticate: Digest realm="carrier", nonce="${nonce}", qop="auth", algorithm=SHA-256${more}`];

test('A trunk proves itself, is registered, and registers again at half of the time granted', async () => {
  const { peer, alerts, clock } = await registering();
  expect(peer.heard[0]).toMatch(/^REGISTER sip:127\.0\.0\.1 SIP\/2\.0/);
  expect(peer.heard[0]).not.toContain('Authorization');
  peer.answer('401 Unauthorized', ask('one'));
  await expect.poll(() => peer.heard.length).toBe(2);
  expect(fieldOf(peer.heard[1], 'Authorization')).toMatch(/username="office".*nonce="one".*algorithm=SHA-256/);
  expect([fieldOf(peer.heard[0], 'CSeq'), fieldOf(peer.heard[1], 'CSeq')]).toEqual(['1 REGISTER', '2 REGISTER']);
  peer.answer('200 OK', [`Contact: ${fieldOf(peer.heard[1], 'Contact')};expires=300`]);
  await expect.poll(() => alerts).toEqual([{ type: 'registered' }]);
  clock.pass(149_000);
  expect(peer.heard.filter((message) => message.startsWith('REGISTER')).length).toBe(2);
  clock.pass(1000);
  await expect.poll(() => peer.heard.filter((message) => message.startsWith('REGISTER')).length).toBe(3);
});

test('A nonce that has grown old is answered anew', async () => {
  const { peer, alerts } = await registering();
  peer.answer('401 Unauthorized', ask('one'));
  await expect.poll(() => peer.heard.length).toBe(2);
  peer.answer('401 Unauthorized', ask('two', ', stale=true'));
  await expect.poll(() => peer.heard.length).toBe(3);
  expect(fieldOf(peer.heard[2], 'Authorization')).toContain('nonce="two"');
  peer.answer('200 OK');
  await expect.poll(() => alerts).toEqual([{ type: 'registered' }]);
});

test('A secret that is refused is told, not tried on and on', async () => {
  const { peer, alerts, clock } = await registering();
  peer.answer('401 Unauthorized', ask('one'));
  await expect.poll(() => peer.heard.length).toBe(2);
  peer.answer('401 Unauthorized', ask('two'));
  await expect.poll(() => alerts).toEqual([{ type: 'not-registered', reason: 'refused' }]);
  clock.pass(20_000);
  expect(peer.heard.filter((message) => message.startsWith('REGISTER')).length).toBe(2);
});

test('A server that wants longer times gets them', async () => {
  const { peer } = await registering();
  peer.answer('423 Interval Too Brief', ['Min-Expires: 3600']);
  await expect.poll(() => peer.heard.length).toBe(2);
  expect(fieldOf(peer.heard[1], 'Expires')).toBe('3600');
});

test('A silent server is asked eleven times, then told as unreachable, and asked again later', async () => {
  const { peer, alerts, clock } = await registering();
  clock.pass(32_000);
  expect(alerts).toEqual([{ type: 'not-registered', reason: 'unreachable' }]);
  await expect.poll(() => peer.heard.filter((message) => message.startsWith('REGISTER')).length).toBe(11);
  clock.pass(30_000);
  await expect.poll(() => peer.heard.filter((message) => message.startsWith('REGISTER')).length).toBeGreaterThan(11);
});

test('Keep-alives that nobody answers are told once, and so is the server that is back', async () => {
  const peer = await openRawPeer();
  const { clock, alerts, close } = await openTrialTrunk(peer, { keepAliveSeconds: 40 });
  closes.push(close);
  for (let minute = 0; minute < 4; minute += 1) clock.pass(40_000);
  expect(alerts).toEqual([{ type: 'server-silent' }]);
  await expect.poll(() => peer.heard.at(-1)).toMatch(/^OPTIONS/);
  peer.answer('405 Method Not Allowed');
  await expect.poll(() => alerts).toEqual([{ type: 'server-silent' }, { type: 'server-back' }]);
});
