import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { serveAlone } from '../alone/serve.ts';
import { assemble, type VoiceProcess } from '../process/assemble.ts';
import { recordedLevels } from '../process/recorded.trials.ts';
import { readVoiceSettings } from '../process/settings.ts';
import type { VoiceEvent } from '../provider/voice-event.ts';
import { hummingBrowser, type HummingBrowser } from './humming-browser.trials.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const TONES = { customer: 500, agent: 800, destination: 1100, supervisor: 1700 };
type Who = keyof typeof TONES;

if (!existsSync(CHROMIUM)) process.stderr.write('No Chromium here: what browsers hear in a call is not checked.\n');

describe.skipIf(!existsSync(CHROMIUM))('in four browsers with a tone each', () => {
  const people = {} as Record<Who, HummingBrowser>;
  const legs = {} as Record<Who, string>;
  const recordings = mkdtempSync(join(tmpdir(), 'firstline-browsers-'));
  const events: VoiceEvent[] = [];
  let voice: VoiceProcess;
  let page: Awaited<ReturnType<typeof serveAlone>>;

  /** Everybody's tones at once: wanted ones above -35 dB, all others below -60. */
  const hears = async (who: Who, ...wanted: Who[]) => {
    const names = Object.keys(TONES) as Who[];
    await vi.waitFor(async () => {
      const levels = await people[who].hears(...names.map((name) => TONES[name]));
      const said = names.map((name, i) => `${name} ${levels[i]! > -35 ? 'heard' : levels[i]! < -60 ? 'not heard' : `${levels[i]!.toFixed(0)} dB`}`);
      expect(said).toEqual(names.map((name) => `${name} ${wanted.includes(name) ? 'heard' : 'not heard'}`));
    }, { timeout: 15_000, interval: 100 });
  };
  const step = (title: string, act: () => Promise<unknown>, heard: Partial<Record<Who, Who[]>>) =>
    test(title, async () => {
      await act();
      for (const [who, wanted] of Object.entries(heard)) await hears(who as Who, ...wanted);
    }, 90_000);
  const comes = async (who: Exclude<Who, 'supervisor'>, conference: string) => {
    people[who] = await hummingBrowser(`http://127.0.0.1:${page.port}`, TONES[who]);
    legs[who] = await people[who].join(conference, who);
  };

  beforeAll(async () => {
    const settings = readVoiceSettings({ VOICE_LATE_MS: '0', VOICE_UDP_PORTS: '44000-44199', VOICE_RECORDINGS: recordings });
    if ('faults' in settings) throw new Error(settings.faults.join());
    voice = await assemble(settings, () => {});
    voice.provider.onEvent(async (event) => void events.push(event));
    page = await serveAlone(voice, { port: 0, say: () => {} });
  });
  afterAll(async () => {
    await Promise.all(Object.values(people).map((person) => person.close()));
    page.close();
    await voice.close();
    rmSync(recordings, { recursive: true });
  });

  step('two parties hear each other', async () => {
    await comes('customer', 'call');
    await comes('agent', 'call');
  }, { customer: ['agent'], agent: ['customer'] });
  test('R-108 what was said is on two sides: the customer left, staff right', async () => {
    const { recording } = await voice.provider.record('call', 'start') as { recording: string };
    const path = join(recordings, `${recording}.wav`);
    await vi.waitFor(() => expect(statSync(`${path}.part`).size).toBeGreaterThan(44 + 2 * 64_000), { timeout: 20_000 });
    await voice.provider.record('call', 'stop');
    await vi.waitFor(() => expect(events.find(({ type }) => type === 'recording.stopped')).toMatchObject({ recording, files: [`${recording}.wav`] }));
    const [left, right] = [await recordedLevels(path, TONES.customer, 0.5), await recordedLevels(path, TONES.agent, 0.5)];
    expect([left.customer > -35, left.staff < -60, right.customer < -60, right.staff > -35]).toEqual([true, true, true, true]);
  }, 60_000);
  step('on hold the customer hears none of us, and is not heard', () => voice.provider.hold(legs.customer, true), { customer: [], agent: [] });
  step('resumed, both hear each other again', () => voice.provider.hold(legs.customer, false), { customer: ['agent'], agent: ['customer'] });
  step('a muted agent hears and is not heard', () => voice.provider.mute(legs.agent, true), { customer: [], agent: ['customer'] });
  step('R-121 while the agent consults, the customer hears neither side', async () => {
    await voice.provider.mute(legs.agent, false);
    await voice.provider.hold(legs.customer, true);
    await comes('destination', 'consult');
    await voice.provider.move(legs.agent, 'consult');
  }, { customer: [], agent: ['destination'], destination: ['agent'] });
  step('R-123 merged, three hear each other', async () => {
    await voice.provider.move(legs.destination, 'call');
    await voice.provider.move(legs.agent, 'call');
    await voice.provider.hold(legs.customer, false);
  }, { customer: ['agent', 'destination'], agent: ['customer', 'destination'], destination: ['customer', 'agent'] });
  step('a supervisor who monitors hears all and is heard by nobody', async () => {
    people.supervisor = await hummingBrowser(`http://127.0.0.1:${page.port}`, TONES.supervisor);
    legs.supervisor = await people.supervisor.look('call', legs.agent, 'monitor');
  }, { customer: ['agent', 'destination'], agent: ['customer', 'destination'], destination: ['customer', 'agent'], supervisor: ['customer', 'agent', 'destination'] });
  step('whispering, the supervisor is heard by the one agent alone', () => people.supervisor.look('call', legs.agent, 'whisper'),
    { customer: ['agent', 'destination'], agent: ['customer', 'destination', 'supervisor'], destination: ['customer', 'agent'], supervisor: ['customer', 'agent', 'destination'] });
  step('barging in, the supervisor is heard by all', () => people.supervisor.look('call', legs.agent, 'barge'),
    { customer: ['agent', 'destination', 'supervisor'], agent: ['customer', 'destination', 'supervisor'], destination: ['customer', 'agent', 'supervisor'] });
  step('R-124 the agent leaves, and customer and destination talk on', async () => {
    await people.supervisor.leave();
    await people.agent.leave();
  }, { customer: ['destination'], destination: ['customer'] });
  step('a page that is loaded anew gets its place in the call back', () => people.destination.rejoin(legs.destination),
    { customer: ['destination'], destination: ['customer'] });
  step('a browser that finds a new network stays in its call', () => people.customer.restart(), { customer: ['destination'], destination: ['customer'] });
});
