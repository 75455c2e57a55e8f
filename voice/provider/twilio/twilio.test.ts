import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { handClock } from '@firstline/testing/hand-clock.ts';
import { everyProvider } from '@firstline/testing/voice/provider-suite.ts';
import { thisMachine } from '../machine.ts';
import type { VoiceEvent } from '../voice-event.ts';
import { describedByTwilio, isDescribed } from './described.trials.ts';
import { fakeTwilio } from './fake.trials.ts';
import { twilioSettings } from './settings.ts';
import { signatureOf } from './signature.ts';
import { createTwilio } from './twilio.ts';

const ENV = {
  TWILIO_ACCOUNT_SID: `AC${'0a'.repeat(16)}`, TWILIO_AUTH_TOKEN: 'a-token-of-twilio', TWILIO_NUMBER: '+49409', TWILIO_PUBLIC_URL: 'https://desk.example/voice/twilio/',
  TWILIO_PROMPTS: '{"welcome":"https://desk.example/welcome.mp3","music":"https://desk.example/music.mp3"}',
};
const read = twilioSettings(ENV);
if (read.faults) throw new Error(read.faults.join(' '));
const { settings } = read;
const faultsOf = isDescribed ? describedByTwilio() : undefined;

const surroundings = () => {
  const fake = fakeTwilio(settings);
  const faults: string[] = [];
  const ask: typeof fetch = async (input, init) => {
    faults.push(...(faultsOf?.(init?.method ?? 'GET', input as string, init?.body as string | undefined) ?? []));
    return fake.ask(input, init);
  };
  const machine = { ...thisMachine, after: (ms: number, run: () => void) => thisMachine.after(ms > 5000 ? ms : 1, run) };
  const start = () => {
    const twilio = createTwilio({ settings, machine, ask });
    fake.tellsTo(twilio.webhook);
    return twilio;
  };
  const { provider, webhook } = start();
  return { fake, provider, webhook, start, faults };
};

everyProvider('Twilio', async () => {
  const { fake, provider, webhook, start, faults } = surroundings();
  return {
    provider, far: fake.far, dialled: fake.dialled, losesNextAnswer: fake.losesNextAnswer,
    tellsAgain: async () => { for (const before of fake.sent.slice()) await webhook({ ...before }); },
    restarted: async () => start().provider,
    close: async () => expect(faults).toEqual([]),
  };
}, { causes: ['normal', 'busy', 'no-answer', 'rejected', 'failed', 'unreachable'], messages: false, marks: false });

test.skipIf(!isDescribed)(`Twilio's description refuses what it does not know${isDescribed ? '' : ' (not checked: FIRSTLINE_DATA names no folder with it)'}`, () => {
  const at = `https://api.twilio.com/2010-04-01/Accounts/${settings.accountSid}`;
  expect(faultsOf!('POST', `${at}/Conferences/name/Participants.json`, 'From=a&To=b&StatusCallbackEvent=ringing&StatusCallbackEvent=answered')).toEqual([]);
  for (const [method, path, body] of [
    ['POST', '/Conferences/name/Participants.json', 'From=a'],
    ['POST', '/Conferences/name/Participants.json', 'From=a&To=b&Labell=typo'],
    ['POST', `/Conferences/CF${'0'.repeat(32)}/Participants/x.json`, 'Hold=yes%20please'],
    ['POST', '/Conferences/name/Participants/x.json', 'Hold=true'],
    ['POST', '/Nothing.json', ''],
    ['GET', '/Conferences.json?Name=x', undefined],
  ] as const) expect(faultsOf!(method, at + path, body), `${method} ${path} ${body}`).not.toEqual([]);
});

describe('Twilio’s webhooks', () => {
  const status = (more: Record<string, string> = {}) => new URLSearchParams({ AccountSid: settings.accountSid, CallSid: 'CA1', CallStatus: 'ringing', Timestamp: new Date().toUTCString(), ...more });
  const post = (form: URLSearchParams, { token = settings.authToken, url = '/voice/twilio/status' } = {}) => ({
    url, body: form.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'evil.example', 'x-twilio-signature': signatureOf(token, `https://desk.example${url}`, form) },
  });

  test('are taken when Twilio signed them for the address that we are configured with', async () => {
    const { webhook } = surroundings();
    expect(await webhook(post(status()))).toMatchObject({ status: 204 });
    expect(signatureOf('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', new URLSearchParams({
      CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212',
    }))).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  });

  test('are refused when foreign, changed, of another account, old or heard before', async () => {
    const { webhook } = surroundings();
    const good = post(status());
    expect(await webhook({ ...good, body: good.body.replace('ringing', 'completed') })).toMatchObject({ status: 403 });
    expect(await webhook(post(status(), { token: 'of somebody else' }))).toMatchObject({ status: 403 });
    expect(await webhook({ ...good, headers: { ...good.headers, 'x-twilio-signature': undefined } })).toMatchObject({ status: 403 });
    expect(await webhook({ ...good, url: '/voice/twilio/recording' })).toMatchObject({ status: 403 });
    expect(await webhook(post(status({ AccountSid: `AC${'1'.repeat(32)}` })))).toMatchObject({ status: 403 });
    expect(await webhook(post(status({ Timestamp: new Date(Date.now() - 11 * 60_000).toUTCString() })))).toMatchObject({ status: 403 });
    expect(await webhook(post(status(), { url: '/elsewhere' }))).toMatchObject({ status: 404 });
    expect(await webhook(good)).toMatchObject({ status: 204 });
    expect(await webhook(good)).toMatchObject({ status: 409 });
  });

  test('that are JSON are signed by the digest of their body', async () => {
    const { webhook } = surroundings();
    const body = JSON.stringify(Object.fromEntries(status()));
    const url = `/voice/twilio/status?bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': signatureOf(settings.authToken, `https://desk.example${url}`, undefined) };
    expect(await webhook({ url, body: `${body} `, headers })).toMatchObject({ status: 403 });
    expect(await webhook({ url, body, headers })).toMatchObject({ status: 204 });
  });

  test('of a call that does not ring any more offer nothing', async () => {
    const { fake, provider, webhook, start } = surroundings();
    const events: VoiceEvent[] = [];
    provider.onEvent(async (event) => void events.push(event));
    await fake.far.calls('+491', '+49409');
    await vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('leg.ringing'));
    await provider.reject((events[0] as { leg: string }).leg, 'busy');
    await vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('leg.ended'));
    const offered = fake.sent.find(({ url }) => url.endsWith('/voice'))!;
    expect(await webhook(offered)).toMatchObject({ status: 409 });
    await vi.waitFor(() => expect(fake.isLive((events[0] as { leg: string }).leg)).toBe(false));
    expect(await start().webhook(offered)).toMatchObject({ status: 409 });
  });
});

test('a call that nobody takes is told to be busy before Twilio gives up', async () => {
  const clock = handClock();
  const fake = fakeTwilio(settings);
  const { provider, webhook } = createTwilio({ settings, ask: fake.ask, machine: { ...clock, wall: () => Date.now() } });
  const events: VoiceEvent[] = [];
  provider.onEvent(async (event) => void events.push(event));
  fake.tellsTo(webhook);
  await fake.far.calls('+491', '+49409');
  await vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('leg.ringing'));
  clock.pass(12_000);
  await vi.waitFor(() => expect(events.find(({ type }) => type === 'leg.ended')).toMatchObject({ cause: 'no-answer' }));
});

test('an agent is called where the desk says; nobody is called at a wrong address or in a closed country', async () => {
  const { provider, faults } = surroundings();
  const wish = { conference: 'call', from: '', role: 'agent', ringSeconds: 20 } as const;
  expect(await provider.originate({ ...wish, to: { kind: 'agent', id: 'ana' }, idempotencyKey: '1' })).toHaveProperty('leg');
  for (const [key, to] of [{ kind: 'agent', id: 'ana&To=+49' }, { kind: 'phone', e164: '0301' }, { kind: 'phone', e164: '+4900000' }].entries())
    expect(await provider.originate({ ...wish, to: to as { kind: 'phone'; e164: string }, idempotencyKey: `k${key}` })).toEqual({ refused: 'unreachable' });
  expect(faults).toEqual([]);
});

test('a Twilio that does not answer is said to be unavailable, and the same wish may come again', async () => {
  const { fake } = surroundings();
  let isDown = true;
  const { provider } = createTwilio({ settings, machine: { ...thisMachine, after: (_ms, run) => thisMachine.after(0, run) }, ask: async (...asked) => (isDown ? Response.json({}, { status: 503 }) : fake.ask(...asked)) });
  const wish = { conference: 'call', to: { kind: 'phone', e164: '+49301' }, from: '', role: 'customer', ringSeconds: 20, idempotencyKey: 'k' } as const;
  expect(await provider.originate(wish)).toEqual({ refused: 'unavailable' });
  await expect(provider.snapshot()).rejects.toThrow('does not answer');
  isDown = false;
  expect(await provider.originate(wish)).toHaveProperty('leg');
});

test('settings that cannot work are named, all at once', () => {
  expect(twilioSettings({}).faults).toHaveLength(4);
  expect(twilioSettings({ ...ENV, TWILIO_PUBLIC_URL: 'http://desk.example', TWILIO_PROMPTS: '[]', TWILIO_AGENT_ADDRESS: 'sip:all@desk' }).faults).toHaveLength(3);
});
