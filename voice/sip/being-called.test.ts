import { afterEach, expect, test } from 'vitest';
import { fieldOf, follow, openRawPeer, openTrialTrunk, VOICE, type RawPeer } from './raw-peer.trials.ts';
import type { TrunkConfig } from './trunk-config.ts';

let closes: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  await Promise.all(closes.map(async (close) => close()));
  closes = [];
});

const line = async (config: Partial<TrunkConfig> = {}, isLate = () => false) => {
  const peer = await openRawPeer();
  const opened = await openTrialTrunk(peer, config, isLate);
  closes.push(opened.close);
  return { peer, port: opened.trunk.local.port, ...opened };
};

let branch = 0;
const request = (peer: RawPeer, method: string, number: number, more: readonly string[] = [], to = '') => [
  `${method} sip:+4930100@127.0.0.1 SIP/2.0`,
  `Via: SIP/2.0/UDP 127.0.0.1:${peer.port};branch=z9hG4bK${(branch += 1)}`,
  'Max-Forwards: 70', 'From: <sip:+49309@carrier>;tag=far', `To: <sip:+4930100@127.0.0.1>${to}`, 'Call-ID: in@carrier',
  `CSeq: ${number} ${method}`, `Contact: <sip:far@127.0.0.1:${peer.port}>`, ...more,
];
const SDP = ['Content-Type: application/sdp'];
const last = (peer: RawPeer) => peer.heard.at(-1)?.split('\r\n')[0];

const called = async (config: Partial<TrunkConfig> = {}, body = VOICE) => {
  const opened = await line(config);
  const { peer, port, calls } = opened;
  const invite = request(peer, 'INVITE', 1, body ? SDP : []);
  peer.say(invite, port, body);
  await expect.poll(() => calls.length).toBe(1);
  const call = calls[0]!;
  const tagged = () => `;tag=${/tag=(\w+)/.exec(fieldOf(peer.heard.at(-1), 'To'))?.[1]}`;
  return { ...opened, invite, call, events: follow(call), tagged };
};
const talking = async (config: Partial<TrunkConfig> = {}) => {
  const opened = await called(config);
  opened.call.answer();
  await expect.poll(() => last(opened.peer)).toBe('SIP/2.0 200 OK');
  const to = opened.tagged();
  opened.peer.say(request(opened.peer, 'ACK', 1, [], to), opened.port);
  return { ...opened, to };
};

test('A call in says who calls, rings, is answered, and its answer comes again until it is acknowledged', async () => {
  const { peer, port, call, clock, tagged, events } = await called();
  expect(call).toMatchObject({ from: '+49309', to: '+4930100', id: 'in@carrier' });
  call.ring();
  await expect.poll(() => last(peer)).toBe('SIP/2.0 180 Ringing');
  call.answer();
  await expect.poll(() => last(peer)).toBe('SIP/2.0 200 OK');
  const answers = () => peer.heard.filter((message) => message.startsWith('SIP/2.0 200') && message.includes('1 INVITE')).length;
  clock.pass(1600);
  await expect.poll(answers).toBe(3);
  peer.say(request(peer, 'ACK', 1, [], tagged()), port);
  peer.say(request(peer, 'OPTIONS', 2, [], tagged()), port);
  await expect.poll(() => fieldOf(peer.heard.at(-1), 'CSeq')).toBe('2 OPTIONS');
  clock.pass(5000);
  peer.say(request(peer, 'BYE', 3, [], tagged()), port);
  await expect.poll(() => events.at(-1)).toEqual({ type: 'ended', cause: 'normal' });
  expect(answers()).toBe(3);
});

test('An answer that nobody acknowledges ends the call', async () => {
  const { peer, call, clock, events } = await called({ local: { address: '127.0.0.1', port: 0 } }, VOICE.replace('m=audio', 'a=recvonly\r\nm=audio'));
  call.answer();
  clock.pass(32_000);
  expect(events.at(-1)).toEqual({ type: 'ended', cause: 'failed' });
  await expect.poll(() => peer.heard.some((message) => message.startsWith('BYE'))).toBe(true);
});

test('A caller who gives up is answered twice: for the taking back and for the call', async () => {
  const { peer, port, invite, call, events } = await called();
  call.ring();
  const via = invite.find((one) => one.startsWith('Via'))!;
  peer.say(request(peer, 'CANCEL', 1).map((one) => (one.startsWith('Via') ? via : one)), port);
  await expect.poll(() => events).toEqual([{ type: 'ended', cause: 'canceled' }]);
  await expect.poll(() => peer.heard.map((message) => message.split('\r\n')[0])).toEqual(
    ['SIP/2.0 100 Trying', 'SIP/2.0 180 Ringing', 'SIP/2.0 200 OK', 'SIP/2.0 487 Request Terminated'],
  );
  call.answer();
  expect(events.length).toBe(1);
});

test('A call without an offer gets ours, and its answer comes with the ACK', async () => {
  const { peer, port, call, tagged } = await called({}, '');
  call.answer();
  await expect.poll(() => last(peer)).toBe('SIP/2.0 200 OK');
  expect(peer.heard.at(-1)).toContain('m=audio');
  peer.say(request(peer, 'ACK', 1, SDP, tagged()), port, VOICE.replace('AVP 0', 'AVP 8'));
  await expect.poll(() => call.transport.codec.name).toBe('pcma');
});

test('The far side holds and resumes, and an old number is refused', async () => {
  const { peer, port, to, events } = await talking();
  peer.say(request(peer, 'INVITE', 5, SDP, to), port, `${VOICE}a=sendonly\r\n`);
  await expect.poll(() => events.at(-1)).toEqual({ type: 'far-hold', on: true });
  expect(peer.heard.at(-1)).toContain('a=recvonly');
  peer.say(request(peer, 'ACK', 5, [], to), port);
  peer.say(request(peer, 'UPDATE', 6, SDP, to), port, VOICE);
  await expect.poll(() => events.at(-1)).toEqual({ type: 'far-hold', on: false });
  peer.say(request(peer, 'BYE', 4, [], to), port);
  await expect.poll(() => last(peer)).toBe('SIP/2.0 500 Out Of Order');
});

test('Two sides that change a call at once both wait, and ours is tried again', async () => {
  const { peer, port, to, call, clock } = await talking();
  const held = call.hold(true);
  await expect.poll(() => last(peer)).toMatch(/^INVITE/);
  const ours = peer.heard.at(-1);
  peer.say(request(peer, 'INVITE', 2, SDP, to), port, VOICE);
  await expect.poll(() => last(peer)).toBe('SIP/2.0 491 Request Pending');
  peer.answer('491 Request Pending', [], '', ours);
  await expect.poll(() => last(peer)).toMatch(/^ACK/);
  clock.pass(2100);
  await expect.poll(() => last(peer)).toMatch(/^INVITE/);
  peer.answer('200 OK', [...SDP, 'Contact: <sip:far@127.0.0.1>'], `${VOICE}a=recvonly\r\n`);
  expect(await held).toBe(true);
});

test('Keys that come as a message are told', async () => {
  const { peer, port, to, events } = await talking();
  peer.say(request(peer, 'INFO', 2, ['Content-Type: application/dtmf-relay'], to), port, 'Signal=7\r\nDuration=160\r\n');
  await expect.poll(() => events.at(-1)).toEqual({ type: 'digit', digit: '7' });
});

const NOT_TAKEN: [string, (peer: RawPeer) => string[], string, string][] = [
  ['asks for something we do not know', (peer) => request(peer, 'INVITE', 1, ['Require: 100rel', ...SDP]), VOICE, '420 Bad Extension'],
  ['speaks no voice of ours', (peer) => request(peer, 'INVITE', 1, SDP), VOICE.replace('AVP 0', 'AVP 18'), '488 Not Acceptable Here'],
  ['brings something that is no offer', (peer) => request(peer, 'INVITE', 1, SDP), 'hello', '488 Not Acceptable Here'],
  ['wants signs of life too often', (peer) => request(peer, 'INVITE', 1, [...SDP, 'Session-Expires: 20']), VOICE, '422 Session Interval Too Small'],
  ['went round too long', (peer) => request(peer, 'INVITE', 1, SDP).map((one) => one.replace('Forwards: 70', 'Forwards: 0')), VOICE, '483 Too Many Hops'],
  ['is of a call that is not ours', (peer) => request(peer, 'BYE', 1, [], ';tag=none'), '', '481 Call Does Not Exist'],
  ['wants to be told things', (peer) => request(peer, 'SUBSCRIBE', 1), '', '405 Method Not Allowed'],
];
for (const [what, asked, body, answer] of NOT_TAKEN)
  test(`A request that ${what} is answered ${answer}`, async () => {
    const { peer, port, calls, trunk } = await line();
    peer.say(asked(peer), port, body);
    await expect.poll(() => last(peer)).toBe(`SIP/2.0 ${answer}`);
    expect([calls.length, trunk.counts().calls]).toEqual([0, 0]);
  });

test('A process that is late, or a trunk that is full, sends callers away and says so', async () => {
  const late = await line({}, () => true);
  late.peer.say(request(late.peer, 'INVITE', 1, SDP), late.port, VOICE);
  await expect.poll(() => last(late.peer)).toBe('SIP/2.0 503 Service Unavailable');
  const full = await line({ most: { calls: 0, callsWithOneNumber: 1, callsPerMinute: 9 } });
  full.peer.say(request(full.peer, 'INVITE', 1, SDP), full.port, VOICE);
  await expect.poll(() => last(full.peer)).toBe('SIP/2.0 503 Service Unavailable');
  expect(full.alerts).toEqual([{ type: 'call-refused', reason: 'too-many-calls', number: '+49309' }]);
});

test('A stranger is not heard, unless its network is allowed', async () => {
  const { port, trunk, calls } = await line();
  const stranger = await openRawPeer('127.0.0.2');
  closes.push(() => void stranger.close());
  stranger.say(request(stranger, 'INVITE', 1, SDP), port, VOICE);
  await expect.poll(() => trunk.counts().strangers).toBe(1);
  expect([calls.length, stranger.heard.length]).toEqual([0, 0]);

  const open = await line({ allowedSources: ['127.0.0.2/31'] });
  stranger.say(request(stranger, 'INVITE', 1, SDP), open.port, VOICE);
  await expect.poll(() => open.calls.length).toBe(1);
});
