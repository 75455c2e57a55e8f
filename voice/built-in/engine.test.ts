import { describe, expect, test } from 'vitest';
import { engineOnPaper, fakePhone } from './engine.trials.ts';

const TO = { kind: 'phone', e164: '+493012' } as const;
const WISH = { conference: 'call', to: TO, from: '', role: 'destination', ringSeconds: 20, idempotencyKey: 'one' } as const;

describe('a leg', () => {
  test('that is dialled rings, is connected and ends, each told once and in order', async () => {
    const { provider, phones, told, events } = engineOnPaper();
    const { leg } = await provider.originate(WISH) as { leg: string };
    phones[0]!.tell({ type: 'ringing', early: true });
    phones[0]!.tell({ type: 'answered' });
    await provider.hangup(leg);
    await Promise.resolve();
    expect(await told()).toEqual(['leg.initiated', 'leg.ringing', 'leg.connected', 'leg.ended normal', 'conference.ended']);
    expect(events).toEqual([]);
    expect(phones[0]!.done).toEqual(['hangup']);
    expect(await provider.hangup(leg)).toEqual({ refused: 'ended' });
    expect(await provider.hangup('nobody')).toEqual({ refused: 'unknown-leg' });
    expect(await provider.snapshot()).toEqual([]);
  });

  test('counts its events up, so that the older of two is known', async () => {
    const { provider, talking, events, told } = engineOnPaper();
    const { leg } = await talking('call');
    await provider.mute(leg, true);
    await provider.hold(leg, true);
    await told();
    await provider.hold(leg, false);
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    expect((await provider.snapshot())[0]!.legs[0]).toMatchObject({ state: 'connected', muted: true, sequence: events.at(-1)!.sequence });
  });

  test('that nobody takes ends after its ring time', async () => {
    const { provider, turn, told } = engineOnPaper();
    await provider.originate({ ...WISH, to: { kind: 'agent', id: 'ana' }, role: 'agent' });
    turn(19_999);
    expect(await told()).toEqual(['leg.initiated', 'leg.ringing']);
    turn(1);
    expect(await told()).toEqual(['leg.ended no-answer', 'conference.ended']);
  });

  test('asked for twice with one key is dialled once; the key does not fit another wish', async () => {
    const { provider, phones } = engineOnPaper();
    const [first, second] = await Promise.all([provider.originate(WISH), provider.originate({ ...WISH })]);
    expect(second).toEqual(first);
    expect(phones).toHaveLength(1);
    expect(await provider.originate({ ...WISH, conference: 'other' })).toEqual({ refused: 'key-reused' });
  });

  test('that comes in rings until it is answered', async () => {
    const { engine, provider, told, events } = engineOnPaper();
    const phone = fakePhone();
    engine.offered(phone.call);
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    const offered = events[0]!;
    expect(offered).toMatchObject({ type: 'leg.offered', endpoint: { kind: 'phone', e164: '+4930123' }, to: '+4940456', role: 'customer' });
    await provider.answer((offered as { leg: string }).leg);
    expect(phone.done).toEqual(['ring', 'answer']);
    expect(await told()).toEqual(['leg.offered', 'leg.ringing', 'leg.connected']);
    expect(await provider.answer((offered as { leg: string }).leg)).toEqual({ refused: 'wrong-state' });
  });

  test('that comes in can be turned away', async () => {
    const { engine, provider, events, told } = engineOnPaper();
    const phone = fakePhone();
    engine.offered(phone.call);
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    await provider.reject((events[0] as { leg: string }).leg, 'busy');
    expect(phone.done.slice(0, 2)).toEqual(['ring', 'reject busy']);
    expect((await told()).slice(-2)).toEqual(['leg.ended busy', 'conference.ended']);
  });
});

test('a call to the phone network that is not allowed is refused, and one too many too', async () => {
  const { provider, talking } = engineOnPaper({ mostLegs: 2 });
  expect(await provider.originate({ ...WISH, to: { kind: 'phone', e164: '+49000' } })).toEqual({ refused: 'unreachable' });
  await talking('call');
  await talking('call');
  expect(await provider.originate(WISH)).toEqual({ refused: 'full' });
});

test('a process whose clock runs late takes no further call and says so; calls in progress go on', async () => {
  let isLate = false;
  const { engine, provider, talking } = engineOnPaper({ isOverloaded: () => isLate });
  const { leg } = await talking('call');
  isLate = true;
  expect(await provider.originate(WISH)).toEqual({ refused: 'overloaded' });
  const phone = fakePhone();
  engine.offered(phone.call);
  expect(phone.done).toEqual(['reject busy']);
  expect(await provider.hold(leg, true)).toEqual({});
  isLate = false;
  expect(await provider.originate(WISH)).toHaveProperty('leg');
});

test('consult and merge: the held customer stays, the agent moves there and back, the destination comes along', async () => {
  const { provider, talking, told, asked } = engineOnPaper();
  const customer = await talking('call');
  const agent = await talking('call', 'destination');
  await provider.hold(customer.leg, true, 'music');
  const destination = await talking('consult', 'destination');
  asked.length = 0;
  await provider.move(agent.leg, 'consult');
  await provider.move(destination.leg, 'call');
  await provider.move(agent.leg, 'call');
  await provider.hold(customer.leg, false);
  expect(asked).toEqual([`move ${agent.leg} consult`, `move ${destination.leg} call`, `move ${agent.leg} call`, `hold ${customer.leg} false`]);
  expect(await told()).toEqual(['leg.moved', 'leg.moved', 'leg.moved', 'conference.merged', 'conference.ended', 'leg.retrieved']);
  expect((await provider.snapshot()).map(({ conference, legs }) => [conference, legs.length])).toEqual([['call', 3]]);
});

test('a supervisor comes in once, whatever the mode, and looks after one leg of that call', async () => {
  const { provider, talking } = engineOnPaper();
  const { leg: target } = await talking('call');
  const wish = { conference: 'call', supervisor: { kind: 'agent', id: 'sup' }, target, mode: 'monitor', idempotencyKey: 's' } as const;
  const first = await provider.supervise(wish);
  expect(await provider.supervise({ ...wish, mode: 'whisper', idempotencyKey: 't' })).toEqual(first);
  expect((await provider.snapshot())[0]!.legs.filter(({ supervises }) => supervises)).toMatchObject([{ supervises: { target, mode: 'whisper' } }]);
  expect(await provider.supervise({ ...wish, conference: 'other' })).toEqual({ refused: 'unknown-leg' });
});

describe('keys', () => {
  test.each([
    ['enough of them', ['1', '2', '3'], 'leg.gathered 123'],
    ['the closing key', ['1', '#'], 'leg.gathered 1'],
  ])('%s end the input', async (_, keys, end) => {
    const { provider, talking, told } = engineOnPaper();
    const { leg, phone } = await talking('call');
    expect(await provider.gather(leg, { maxDigits: 3, timeoutMs: 5000, closingKey: '#', prompt: 'welcome' })).toEqual({});
    for (const digit of keys) phone.tell({ type: 'digit', digit });
    expect(await told()).toContain(end);
  });

  test('that do not come end the input after a time, counted anew from each key', async () => {
    const { provider, talking, told, turn } = engineOnPaper();
    const { leg, phone } = await talking('call');
    await provider.gather(leg, { maxDigits: 4, timeoutMs: 5000 });
    turn(4000);
    phone.tell({ type: 'digit', digit: '7' });
    turn(4000);
    expect(await told()).toEqual(['leg.dtmf 7']);
    turn(1000);
    expect(await told()).toEqual(['leg.gathered 7']);
  });

  test('are sent to a phone', async () => {
    const { provider, talking } = engineOnPaper();
    const { leg, phone } = await talking('call');
    await provider.sendDigits(leg, '15#');
    expect(phone.done).toEqual(['digits 15#']);
  });
});

test('a prompt that nobody has is refused', async () => {
  const { provider, talking } = engineOnPaper();
  await talking('call');
  expect(await provider.play({ conference: 'call' }, 'nothing')).toEqual({ refused: 'unknown-prompt' });
  expect(await provider.play({ conference: 'nowhere' }, 'welcome')).toEqual({ refused: 'unknown-conference' });
  expect(await provider.play({ conference: 'call' }, 'welcome')).toHaveProperty('playback');
});

test('what breaks in one leg ends that leg and no other', async () => {
  const { engine, provider, talking, told } = engineOnPaper();
  const { leg } = await talking('call');
  await talking('call');
  engine.broke(leg);
  expect(await told()).toEqual(['leg.ended failed']);
  expect((await provider.snapshot())[0]!.legs).toHaveLength(1);
});

test('an event is told again until it was taken', async () => {
  const { provider, talking, turn } = engineOnPaper();
  const tries: string[] = [];
  const stop = provider.onEvent(async ({ id, type }) => {
    tries.push(`${id} ${type}`);
    if (tries.length < 3) throw new Error('not now');
  });
  await talking('call');
  for (let i = 0; i < 8; i += 1) {
    turn(1000);
    for (let j = 0; j < 20; j += 1) await Promise.resolve();
  }
  expect(tries.slice(0, 3).every((said) => said === tries[0])).toBe(true);
  expect(tries.slice(2).map((said) => said.split(' ')[1])).toEqual(['leg.initiated', 'leg.ringing', 'leg.connected']);
  stop();
});

describe('the door for browsers', () => {
  const agent = { conference: 'call', to: { kind: 'agent', id: 'ana' }, from: '', role: 'agent', ringSeconds: 600, idempotencyKey: 'a' } as const;

  test('opens with a token of that leg, for two minutes', async () => {
    const { engine, provider, turn } = engineOnPaper();
    const { leg } = await provider.originate(agent) as { leg: string };
    const { token } = await engine.door.invite(leg) as { token: string };
    const knock = (sdp = 'v=0') => engine.door.connect({ token, sdp, address: '192.0.2.1' });
    expect(await knock()).toEqual({ refused: 'bad-offer' });
    expect(await engine.door.connect({ token: `${token}x`, sdp: 'v=0', address: '192.0.2.1' })).toEqual({ refused: 'bad-token' });
    turn(120_001);
    expect(await knock()).toEqual({ refused: 'bad-token' });
  });

  test('is closed for the token of a leg that is over, and for phone legs', async () => {
    const { engine, provider, talking } = engineOnPaper();
    const { leg } = await provider.originate(agent) as { leg: string };
    const { token } = await engine.door.invite(leg) as { token: string };
    await provider.hangup(leg);
    expect(await engine.door.connect({ token, sdp: 'v=0', address: '192.0.2.1' })).toEqual({ refused: 'bad-token' });
    expect(await engine.door.invite((await talking('call')).leg)).toEqual({ refused: 'bad-token' });
  });

  test('limits how often one token and one address knock', async () => {
    const { engine, provider, turn } = engineOnPaper();
    const { leg } = await provider.originate(agent) as { leg: string };
    const { token } = await engine.door.invite(leg) as { token: string };
    const said: unknown[] = [];
    for (let i = 0; i < 7; i += 1) said.push(await engine.door.connect({ token, sdp: 'v=0', address: `192.0.2.${i}` }));
    expect(said.at(-2)).toEqual({ refused: 'bad-offer' });
    expect(said.at(-1)).toEqual({ refused: 'too-many-tries' });
    for (let i = 0; i < 60; i += 1) await engine.door.connect({ token: 'guess', sdp: '', address: '192.0.2.99' });
    expect(await engine.door.connect({ token: 'guess', sdp: '', address: '192.0.2.99' })).toEqual({ refused: 'too-many-tries' });
    turn(60_001);
    expect(await engine.door.connect({ token: 'guess', sdp: '', address: '192.0.2.99' })).toEqual({ refused: 'bad-token' });
  });
});
