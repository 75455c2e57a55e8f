import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { RATE, toPcm16 } from '../sound/frame.ts';
import { tones } from '../sound/tones.ts';
import { wavHeader } from '../sound/wav.ts';

const LOUD = 0.2;

/** A Chromium of its own whose microphone hums one tone. `relayOnly`: as behind a firewall that lets only the relay through. */
export const hummingBrowser = async (url: string, hertz: number, { relayOnly = false } = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-humming-'));
  const file = join(folder, 'hum.wav');
  // Whole periods, so that the loop is not heard.
  const hum = toPcm16(tones([{ hertz, loud: LOUD }], 10_000, 0.05));
  await writeFile(file, Buffer.concat([wavHeader({ rate: RATE, channels: 1 }, hum.byteLength), Buffer.from(hum.buffer)]));
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${file}`,
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  const page = await context.newPage();
  await page.addInitScript(() => { (globalThis as unknown as { plainSound: boolean }).plainSound = true; });
  if (relayOnly) await page.addInitScript(() => {
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(settings?: RTCConfiguration) {
        super({ ...settings, iceTransportPolicy: 'relay' });
      }
    };
  });
  await page.goto(url);
  const call = (name: string, ...said: unknown[]): Promise<unknown> =>
    page.evaluate(([word, words]) => (globalThis as unknown as { voice: Record<string, (...all: unknown[]) => unknown> }).voice[word]!(...words), [name, said] as const);

  return {
    page,
    join: (conference: string, role: string) => call('join', conference, role) as Promise<string>,
    look: (conference: string, target: string, mode: string) => call('look', conference, target, mode) as Promise<string>,
    restart: () => call('restart'),
    rejoin: (leg: string) => call('rejoin', leg),
    leave: () => call('leave'),
    hears: (...heard: number[]) => call('hears', ...heard) as Promise<number[]>,
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export type HummingBrowser = Awaited<ReturnType<typeof hummingBrowser>>;
