import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { RATE, toPcm16 } from '../sound/frame.ts';
import { tones } from '../sound/tones.ts';

const LOUD = 0.2;

/** A Chromium of its own whose microphone hums one tone. */
export const hummingBrowser = async (url: string, hertz: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-humming-'));
  const file = join(folder, 'hum.wav');
  // Whole periods, so that the loop is not heard.
  await writeFile(file, wav(tones([{ hertz, loud: LOUD }], 10_000, 0.05)));
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

const wav = (sound: Float32Array): Buffer => {
  const data = Buffer.from(toPcm16(sound).buffer);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(2 * RATE, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
};
