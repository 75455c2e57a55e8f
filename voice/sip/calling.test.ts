import { afterEach, expect, test } from 'vitest';
import { fieldOf, follow, openRawPeer, openTrialTrunk, VOICE, type RawPeer } from './raw-peer.trials.ts';
import type { TrunkConfig } from './trunk-config.ts';

let closes: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closes.map((close) => close()));
  closes = [];
});

const talk = (peer: RawPeer) => [`Contact: <sip:carrier@127.0.0.1:${peer.port}>`, 'Content-Type: application/sdp'];
const QUIET = `${VOICE}a=recvonly\r\n`;
const calling = async (config: Partial<TrunkConfig> = {}) => {
  const peer = await openRawPeer();
  const line = await openTrialTrunk(peer, config);
  closes.push(line.close);
  const tried = await line.trunk.call('+49301234567');
  if (tried.refused) throw new Error(tried.refused);
  await expect.poll(() => peer.heard.length).toBe(1);
  const said = (method: string) => peer.heard.filter((message) => message.startsWith(`${method} `));
  return { peer, said, call: tried.call, events: follow(tried.call), ...line };
};
const ended = (cause: string) => ({ type: 'ended', cause });

test('A call that is asked for its secret says it once, under a new number', async () => {
  const { peer, said, events } = await calling({ credentials: { user: 'office', secret: 'word' } });
  const ask = ['Proxy-Authenticate: Digest realm="carrier", nonce="a", algorithm=MD5'];
  peer.answer('407 Proxy Authentication Required', ask);
  await expect.poll(() => said('INVITE').length).toBe(2);
  expect(said('ACK').length).toBe(1);
  expect(fieldOf(said('INVITE')[1], 'Proxy-Authorization')).toContain('username="office"');
  expect(fieldOf(said('INVITE')[1], 'CSeq')).toBe('2 INVITE');
  peer.answer('407 Proxy Authentication Required', ask, '', said('INVITE')[1]);
  await expect.poll(() => events).toEqual([ended('rejected')]);
});

const CAUSES: [string, string[], string][] = [
  ['302 Moved Temporarily', ['Contact: <sip:+881@premium>'], 'failed'],
  ['404 Not Found', [], 'unreachable'],
  ['480 Temporarily Unavailable', [], 'no-answer'],
  ['486 Busy Here', [], 'busy'],
  ['500 Server Internal Error', ['Reason: Q.850;cause=17'], 'busy'],
  ['503 Service Unavailable', [], 'failed'],
  ['603 Decline', [], 'rejected'],
];
for (const [status, more, cause] of CAUSES)
  test(`A call answered with ${status} ends as ${cause}`, async () => {
    const { peer, said, events } = await calling();
    peer.answer(status, more);
    await expect.poll(() => events).toEqual([ended(cause)]);
    await expect.poll(() => said('ACK').length).toBe(1);
    expect(said('INVITE').length).toBe(1);
  });

test('A server that says nothing is asked seven times in 32 seconds, then the number is unreachable', async () => {
  const { said, events, clock, trunk } = await calling();
  clock.pass(31_900);
  expect(events).toEqual([]);
  await expect.poll(() => said('INVITE').length).toBe(7);
  clock.pass(200);
  expect([events, trunk.counts().calls]).toEqual([[ended('unreachable')], 0]);
});

test('What the network plays before the answer is carried', async () => {
  const { peer, call, events } = await calling();
  peer.answer('183 Session Progress', talk(peer), VOICE);
  await expect.poll(() => events).toEqual([{ type: 'ringing', early: true }]);
  expect(call.transport.codec).toEqual({ name: 'pcmu', payloadType: 0, clockRate: 8000 });
});

test('An answer that comes again is acknowledged again, and a second phone that was picked up is hung up', async () => {
  const { peer, said, events } = await calling();
  const invite = said('INVITE')[0];
  peer.answer('200 OK', talk(peer), VOICE, invite);
  peer.answer('200 OK', talk(peer), VOICE, invite);
  await expect.poll(() => said('ACK').length).toBe(2);
  expect(events).toEqual([{ type: 'answered' }]);
  peer.answer('200 OK', talk(peer), VOICE, invite?.replace(/^To: .*$/m, 'To: <sip:+49301234567@127.0.0.1>;tag=second'));
  await expect.poll(() => said('BYE').map((bye) => fieldOf(bye, 'To'))).toEqual(['<sip:+49301234567@127.0.0.1>;tag=second']);
  expect(events).toEqual([{ type: 'answered' }]);
});

test('A call taken back waits for the first sign of the server, and an answer that crosses it is hung up', async () => {
  const { peer, said, call, events } = await calling();
  const invite = said('INVITE')[0];
  call.hangup();
  expect(events).toEqual([ended('canceled')]);
  expect(said('CANCEL').length).toBe(0);
  peer.answer('180 Ringing', [], '', invite);
  await expect.poll(() => said('CANCEL').length).toBe(1);
  expect(fieldOf(said('CANCEL')[0], 'Via')).toBe(fieldOf(invite, 'Via'));
  peer.answer('200 OK', talk(peer), VOICE, invite);
  await expect.poll(() => said('BYE').length).toBe(1);
});

test('An answer without a voice we speak is hung up as failed', async () => {
  const { peer, said, events } = await calling();
  peer.answer('200 OK', talk(peer), VOICE.replace('AVP 0', 'AVP 18'));
  await expect.poll(() => events).toEqual([ended('failed')]);
  await expect.poll(() => said('BYE').length).toBe(1);
});

test('The way that a proxy asked for is kept, in turned order', async () => {
  const { peer, said, call } = await calling();
  peer.answer('200 OK', [...talk(peer), `Record-Route: <sip:one@127.0.0.1;lr>, <sip:two@127.0.0.1:${peer.port};lr>`], VOICE);
  await expect.poll(() => said('ACK').length).toBe(1);
  expect(said('ACK')[0]?.match(/^Route: .*$/gm)?.map((line) => line.trim())).toEqual([
    `Route: <sip:two@127.0.0.1:${peer.port};lr>`, 'Route: <sip:one@127.0.0.1;lr>',
  ]);
  call.hangup();
});

test('A session that is too short for the server is asked for longer, and shows signs of life at half of it', async () => {
  const { peer, said, events, clock } = await calling({ keepAliveSeconds: 86_400 });
  peer.answer('422 Session Interval Too Small', ['Min-SE: 3600']);
  await expect.poll(() => said('INVITE').length).toBe(2);
  expect(fieldOf(said('INVITE')[1], 'Session-Expires')).toBe('3600');
  peer.answer('200 OK', ['Session-Expires: 3600;refresher=uac', ...talk(peer)], QUIET, said('INVITE')[1]);
  await expect.poll(() => events).toEqual([{ type: 'answered' }]);
  clock.pass(1_799_000);
  expect(said('INVITE').length).toBe(2);
  clock.pass(1000);
  await expect.poll(() => said('INVITE').length).toBe(3);
  peer.answer('481 Call Does Not Exist', [], '', said('INVITE')[2]);
  await expect.poll(() => events.at(-1)).toEqual(ended('failed'));
});

test('A far side that stops showing signs of life is hung up before its time is over', async () => {
  const { peer, said, events, clock } = await calling();
  peer.answer('200 OK', ['Session-Expires: 90;refresher=uas', ...talk(peer)], QUIET);
  await expect.poll(() => events).toEqual([{ type: 'answered' }]);
  clock.pass(59_000);
  expect(events.length).toBe(1);
  clock.pass(1200);
  expect(events.at(-1)).toEqual(ended('failed'));
  await expect.poll(() => said('BYE').length).toBe(1);
});

test('No call is tried that the trunk does not allow, and each is told', async () => {
  const peer = await openRawPeer();
  let late = false;
  const { trunk, alerts, close } = await openTrialTrunk(peer, { most: { calls: 2, callsWithOneNumber: 1, callsPerMinute: 3 } }, () => late);
  closes.push(close);
  const refused = async (number: string, from?: string) => (await trunk.call(number, from)).refused;
  expect(await refused('112')).toBe('not-a-number');
  expect(await refused('+49301\r\nX: y')).toBe('not-a-number');
  expect(await refused('+49301111111', 'a\r\nX: y')).toBe('not-a-number');
  expect(await refused('+442012345678')).toBe('country-not-allowed');
  expect(await refused('+49301111111')).toBeUndefined();
  expect(await refused('+49301111111')).toBe('too-many-with-number');
  expect(await refused('+49302222222')).toBeUndefined();
  expect(await refused('+49303333333')).toBe('too-many-calls');
  late = true;
  expect(await refused('+49303333333')).toBe('late');
  expect(alerts.filter(({ type }) => type === 'call-refused').length).toBe(7);
  expect(peer.heard.filter((message) => message.startsWith('INVITE')).length).toBeLessThanOrEqual(2);
});

test('A minute holds only so many tries, also when each fails', async () => {
  const peer = await openRawPeer();
  const { trunk, clock, close } = await openTrialTrunk(peer, { most: { calls: 9, callsWithOneNumber: 9, callsPerMinute: 2 } });
  closes.push(close);
  for (const expected of [undefined, undefined, 'too-many-in-a-minute']) {
    const tried = await trunk.call('+49301111111');
    expect(tried.refused).toBe(expected);
    if (!tried.refused) tried.call.hangup();
  }
  clock.pass(61_000);
  expect((await trunk.call('+49301111111')).refused).toBeUndefined();
});

test('A trunk that names no country calls nobody', async () => {
  const peer = await openRawPeer();
  const { trunk, close } = await openTrialTrunk(peer, { allowedCountries: [] });
  closes.push(close);
  expect(await trunk.call('+49301111111')).toEqual({ refused: 'country-not-allowed' });
});
