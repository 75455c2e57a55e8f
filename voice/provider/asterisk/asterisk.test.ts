import { URL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { everyProvider } from '@firstline/testing/voice/provider-suite.ts';
import { thisMachine } from '../machine.ts';
import type { VoiceEvent } from '../voice-event.ts';
import { createAsterisk } from './asterisk.ts';
import { describedByAsterisk } from './described.trials.ts';
import { fakeAsterisk } from './fake.trials.ts';
import { asteriskSettings } from './settings.ts';

const ENV = { ASTERISK_USER: 'desk', ASTERISK_PASSWORD: 'secret', ASTERISK_DIAL: 'PJSIP/{number}@trunk', ASTERISK_PROMPTS: '{"welcome":"sound:welcome"}' };
const machine = { ...thisMachine, after: (ms: number, run: () => void) => thisMachine.after(Math.min(ms, 5), run) };

const surroundings = async () => {
  const fake = await fakeAsterisk('desk', 'secret');
  const read = asteriskSettings({ ...ENV, ASTERISK_URL: fake.url });
  if (read.faults) throw new Error(read.faults.join(' '));
  const started: (() => void)[] = [];
  const start = async () => {
    started.splice(0).forEach((close) => close());
    await vi.waitFor(() => expect(fake.isHeard()).toBe(false));
    const { provider, close } = createAsterisk({ settings: read.settings, machine: { ...machine, after: (ms, run) => (ms === 5000 ? thisMachine.after(ms, run) : machine.after(ms, run)) }, ask: fetch });
    started.push(close);
    await vi.waitFor(() => expect(fake.isHeard()).toBe(true));
    return provider;
  };
  const close = async () => {
    started.forEach((stop) => stop());
    await fake.close();
  };
  return { fake, provider: await start(), start, close, settings: read.settings };
};

everyProvider('Asterisk', async () => {
  const { fake, provider, start, close } = await surroundings();
  return {
    provider, far: fake.far, dialled: fake.dialled, losesNextAnswer: fake.losesNextAnswer, tellsAgain: fake.tellsAgain, restarted: start,
    close: async () => {
      await close();
      expect(fake.faults).toEqual([]);
    },
  };
}, { causes: ['normal', 'busy', 'no-answer', 'rejected', 'failed', 'unreachable'], messages: false, marks: false });

let after: (() => Promise<void>) | undefined;
afterEach(async () => {
  await after?.();
  after = undefined;
});
const WISH = { conference: 'call', to: { kind: 'phone', e164: '+49301' }, from: '', role: 'customer', ringSeconds: 20, idempotencyKey: 'k' } as const;

test('a call that is being dialled while Asterisk is asked what is true goes on', async () => {
  const { fake, settings, close } = await surroundings();
  after = close;
  /** What was true just before Asterisk heard of the call. */
  let truth: Promise<unknown> | undefined;
  const { provider, close: leave } = createAsterisk({
    settings, machine,
    ask: async (url, init) => {
      if (init?.method === 'POST') await (truth ??= provider.snapshot());
      return fetch(url, init);
    },
  });
  const events: VoiceEvent[] = [];
  provider.onEvent(async (event) => void events.push(event));
  const { leg } = await provider.originate(WISH) as { leg: string };
  expect(await truth).toMatchObject([{ legs: [{ leg, state: 'initiated' }] }]);
  await fake.far.rings(leg);
  await vi.waitFor(() => expect(events.map(({ type }) => type)).toEqual(['leg.initiated', 'leg.ringing']));
  leave();
});

test('what happened while the line to Asterisk was broken is told when it is back', async () => {
  const { fake, provider, close } = await surroundings();
  after = close;
  const events: VoiceEvent[] = [];
  provider.onEvent(async (event) => void events.push(event));
  const { leg } = await provider.originate(WISH) as { leg: string };
  const { leg: other } = await provider.originate({ ...WISH, idempotencyKey: 'other' }) as { leg: string };
  fake.breakLine();
  fake.channels.delete(other);
  fake.channels.get(leg)!.state = 'Up';
  await vi.waitFor(() => expect(events.map((event) => ('leg' in event && event.leg === leg ? event.type : ''))).toContain('leg.connected'));
  await vi.waitFor(() => expect(events.find(({ type }) => type === 'leg.ended')).toMatchObject({ leg: other, cause: 'failed' }));
});

test('a held leg is out of the call and hears music; a whisper reaches one leg from a booth beside the call', async () => {
  const { fake, provider, close } = await surroundings();
  after = close;
  const events: VoiceEvent[] = [];
  provider.onEvent(async (event) => void events.push(event));
  const { leg } = await provider.originate(WISH) as { leg: string };
  await fake.far.answers(leg);
  await vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('leg.connected'));
  expect(fake.bridges.get('call-call')).toEqual(new Set([leg]));
  expect(await provider.hold(leg, true, 'music')).toEqual({});
  expect(fake.bridges.get('call-call')).toEqual(new Set());
  expect(fake.asked).toContain(`POST /channels/${leg}/moh?mohClass=music`);
  expect(await provider.hold(leg, false)).toEqual({});
  const { leg: boss } = await provider.supervise({ conference: 'call', supervisor: { kind: 'agent', id: 'sup' }, target: leg, mode: 'whisper', idempotencyKey: 's' }) as { leg: string };
  await fake.far.answers(boss);
  await vi.waitFor(() => expect(fake.bridges.get(`booth-${boss}`)?.size).toBe(2));
  expect(fake.bridges.get('call-call')).toEqual(new Set([leg]));
  expect(fake.asked.some((asked) => asked.startsWith(`POST /channels/${leg}/snoop/`) && asked.includes('spy=both&whisper=out'))).toBe(true);
  await provider.supervise({ conference: 'call', supervisor: { kind: 'agent', id: 'sup' }, target: leg, mode: 'barge', idempotencyKey: 't' });
  await vi.waitFor(() => expect(fake.bridges.get('call-call')).toEqual(new Set([leg, boss])));
});

test('nobody is called at an address that could say more than a name; a wrong password hears nothing', async () => {
  const { fake, provider, close } = await surroundings();
  after = close;
  for (const [key, to] of [{ kind: 'agent', id: 'ana&app=x' }, { kind: 'phone', e164: '1@evil' }, { kind: 'phone', e164: '+4900000' }].entries())
    expect(await provider.originate({ ...WISH, to: to as typeof WISH.to, idempotencyKey: `k${key}` })).toEqual({ refused: 'unreachable' });
  expect((await fetch(new URL(`${fake.url}/channels`))).status).toBe(401);
});

test.each([
  ['POST', '/channels/x', ''],
  ['POST', '/channels/x', 'endpoint=a&ap=typo'],
  ['POST', '/channels/x/mute', 'direction=sideways'],
  ['POST', '/channels/x/snoop/y', 'spy=all&app=a'],
  ['POST', '/channels/x/nothing', ''],
])('our description of ARI refuses %s %s %s', (method, path, query) => {
  expect(describedByAsterisk(method, path, new URLSearchParams(query))).not.toEqual([]);
});

test('settings of Asterisk that cannot work are named, all at once', () => {
  expect(asteriskSettings({}).faults).toHaveLength(4);
  expect(asteriskSettings({ ...ENV, ASTERISK_URL: 'pbx', ASTERISK_APP: 'a b', ASTERISK_AGENTS: 'PJSIP/all', ASTERISK_PROMPTS: '[]' }).faults).toHaveLength(4);
});
