import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { serveAlone } from '../alone/serve.ts';
import { assemble, type VoiceProcess } from '../process/assemble.ts';
import { readVoiceSettings } from '../process/settings.ts';
import { talker, type Talker } from '../process/talker.trials.ts';
import { openChildren, type Child } from '../trials/children.ts';
import { has } from '../trials/network.ts';
import { iceServersFor } from '../webrtc/turn.ts';
import { hummingBrowser, type HummingBrowser } from './humming-browser.trials.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** A relay does not carry to loopback, so that nobody reaches through it what listens there. */
const ADDRESS = Object.values(networkInterfaces()).flat().find((own) => own && own.family === 'IPv4' && !own.internal)?.address;
const why = !existsSync(CHROMIUM) ? 'there is no Chromium' : !has('turnserver') ? 'there is no coturn' : ADDRESS === undefined ? 'there is no network' : undefined;
if (why) process.stderr.write(`What a browser hears through a relay is not checked: ${why}.\n`);

const RELAY = 49_478;
const SECRET = 'north';
const turn = [{ urls: [`turn:${ADDRESS}:${RELAY}?transport=tcp`], secret: SECRET }];

describe.skipIf(why)('behind a firewall that lets only a relay through', () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-relay-'));
  const children = openChildren();
  let relay: Child;
  let voice: VoiceProcess;
  let alone: Awaited<ReturnType<typeof serveAlone>>;
  let browser: HummingBrowser;
  let agent: Talker | undefined;

  beforeAll(async () => {
    relay = children.start('turnserver', [
      '-n', '--use-auth-secret', `--static-auth-secret=${SECRET}`, '--realm=desk', `--listening-ip=${ADDRESS}`, `--relay-ip=${ADDRESS}`, `--listening-port=${RELAY}`,
      '--min-port=49500', '--max-port=49540', '--no-tls', '--no-dtls', '--no-cli', '--log-file=stdout', '--verbose', `--pidfile=${join(folder, 'pid')}`, `--userdb=${join(folder, 'users')}`,
    ], { cwd: folder });
    const settings = readVoiceSettings({ VOICE_LATE_MS: '0', VOICE_UDP_PORTS: '49600-49699', VOICE_RECORDINGS: folder, VOICE_TURN: JSON.stringify(turn) });
    if ('faults' in settings) throw new Error(settings.faults.join());
    voice = await assemble(settings, () => {});
    alone = await serveAlone(voice, { port: 0, say: () => {} });
    browser = await hummingBrowser(`http://127.0.0.1:${alone.port}`, 500, { relayOnly: true });
    await vi.waitFor(() => expect(relay.said()).toContain(`listener opened on : ${ADDRESS}:${RELAY}`), { timeout: 20_000 });
  });
  afterAll(async () => {
    await browser.close();
    await agent?.stop();
    alone.close();
    await voice.close();
    await children.endAll();
    rmSync(folder, { recursive: true });
  });

  /** The ways that a browser finds with these keys, when it looks for nothing but relays. */
  const ways = (nowMs: number) => browser.page.evaluate(async (iceServers) => {
    const peer = new RTCPeerConnection({ iceServers });
    peer.createDataChannel('any');
    const found: string[] = [];
    peer.onicecandidate = ({ candidate }) => { if (candidate?.type) found.push(candidate.type); };
    await peer.setLocalDescription();
    await new Promise((done) => { peer.onicegatheringstatechange = () => { if (peer.iceGatheringState === 'complete') done(undefined); }; });
    peer.close();
    return found;
  }, iceServersFor(turn, 'leg', nowMs));

  test('a browser gets a relay with keys that run out by themselves, and none once they have run out', async () => {
    expect(await ways(Date.now())).toContain('relay');
    expect(await ways(Date.now() - 2 * 3_600_000)).toEqual([]);
  }, 60_000);

  test('a browser is heard and hears through the relay alone', async () => {
    await browser.join('call', 'customer');
    const { leg } = await voice.provider.originate({ conference: 'call', role: 'agent', to: { kind: 'agent', id: 'ana' }, from: '', ringSeconds: 60, idempotencyKey: 'a' }) as { leg: string };
    agent = await talker(voice.door, leg, 800);
    await vi.waitFor(async () => {
      expect(agent!.hears(500)).toBeGreaterThan(-35);
      expect((await browser.hears(800))[0]).toBeGreaterThan(-35);
    }, { timeout: 30_000, interval: 100 });
    expect(relay.said()).toMatch(/ALLOCATE processed, success/);
  }, 60_000);
});
