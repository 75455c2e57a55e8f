import { mkdtemp, readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { farPhone, humming, opus, pcmu } from '@firstline/testing/voice/far-phone.ts';
import { level } from '@firstline/testing/voice/level.ts';
import { createMixer } from '../mixer/mixer.ts';
import { createAppender } from './appender.ts';
import { mendRecordings } from './mend.ts';
import { startRecorder } from './recorder.ts';

const folder = () => mkdtemp(join(tmpdir(), 'firstline-recording-'));

/** The two channels of a recording, as any player reads them. */
const played = async (path: string) => {
  const file = await readFile(path);
  expect(file.readUInt32LE(40)).toBe(file.length - 44);
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  const channel = (place: number) => Float32Array.from({ length: (file.length - 44) / 4 }, (_, i) => file.readInt16LE(44 + 4 * i + 2 * place) / 32_768);
  return { left: channel(0), right: channel(1), rate: file.readUInt32LE(24) };
};

/** A call that is recorded: the customer hums 500 Hz, the agent 800, the destination 1100. */
const recordedCall = async () => {
  const place = await folder();
  const path = join(place, 'call.wav');
  const recorder = await startRecorder(path);
  const mixer = createMixer({ chance: () => 0.5 });
  const phones = [[500, 'customer', opus], [800, 'agent', pcmu], [1100, 'destination', opus]] as const;
  const wires = phones.map(([hertz, leg, codec]) => {
    const phone = farPhone(codec, humming(hertz));
    mixer.join('call', { leg, side: leg === 'customer' ? 'customer' : 'staff', transport: phone.transport });
    return phone;
  });
  mixer.record('call', recorder);
  let at = 0;
  const passes = (seconds: number) => {
    for (let i = 0; i < seconds * 50; i += 1) {
      for (const wire of wires) wire.arrives(wire.next(at));
      at += 20;
      mixer.tick(at);
    }
  };
  return { place, path, recorder, mixer, passes };
};

test('R-108 A call is recorded as it happens: the customer on the left, the staff on the right', async () => {
  const { path, recorder, passes } = await recordedCall();
  passes(2);
  const done = await recorder.stop();
  expect(done).toEqual({ path, ms: 2000, whole: true });
  const { left, right, rate } = await played(path);
  expect(rate).toBe(16_000);
  const [customer, staff] = [left.slice(16_000), right.slice(16_000)];
  expect(level(customer, 500, rate)).toBeCloseTo(-14, 0);
  expect(level(staff, 800, rate)).toBeCloseTo(-14, 0);
  expect(level(staff, 1100, rate)).toBeCloseTo(-14, 0);
  expect(level(customer, 800, rate)).toBeLessThan(-60);
  expect(level(staff, 500, rate)).toBeLessThan(-60);
});

test('a customer on hold is not recorded; what staff say meanwhile is, on their side alone', async () => {
  const { path, recorder, passes, mixer } = await recordedCall();
  mixer.hold('customer', true);
  passes(2);
  await recorder.stop();
  const { left, right, rate } = await played(path);
  expect(Math.max(...left.map(Math.abs))).toBe(0);
  expect(level(right.slice(16_000), 1100, rate)).toBeCloseTo(-14, 0);
});

test('while card data are taken there is silence of the same length, and both moments are marked', async () => {
  const { path, recorder, passes } = await recordedCall();
  passes(1);
  recorder.pause();
  passes(1);
  recorder.resume();
  recorder.mark('card taken');
  passes(1);
  await recorder.stop();
  const { left } = await played(path);
  expect(left).toHaveLength(48_000);
  expect(left.slice(16_000, 32_000).every((x) => x === 0)).toBe(true);
  expect(left.slice(33_000).some((x) => x > 0.1)).toBe(true);
  const marks = (await readFile(`${path}.marks`, 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as unknown);
  expect(marks).toEqual([{ atMs: 1000, mark: 'pause' }, { atMs: 2000, mark: 'resume' }, { atMs: 2000, mark: 'card taken' }]);
});

test('a crash in the middle of a call leaves a recording of all but the last half second, mended at the next start', async () => {
  const { place, path, recorder, passes } = await recordedCall();
  passes(3.4);
  // What has been handed to the disk by itself, without being asked: written() would hand on the rest as well.
  await expect.poll(async () => (await readFile(`${path}.part`)).length).toBe(44 + 3000 * 64);
  await truncate(`${path}.part`, 44 + 3000 * 64 - 3);
  await writeFile(join(place, 'begun.wav.part'), Buffer.alloc(10));
  expect(await mendRecordings(place)).toEqual([{ path, ms: 3000, whole: true }]);
  const { left, right, rate } = await played(path);
  expect(left).toHaveLength(47_999);
  expect(level(right.slice(32_000), 800, rate)).toBeCloseTo(-14, 0);
  expect((await readdir(place)).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(await mendRecordings(place)).toEqual([]);
  expect(await recorder.stop()).toMatchObject({ whole: false });
});

test('a disk that refuses is told of once, and the call goes on', async () => {
  const told: unknown[] = [];
  const full = () => Promise.reject(new Error('no space'));
  const appender = createAppender({ appendFile: full, write: full, datasync: full, close: () => Promise.resolve() }, (error) => told.push(error));
  appender.append(Buffer.alloc(10));
  appender.append(Buffer.alloc(10));
  expect(await appender.finish(Buffer.alloc(44))).toBe(false);
  expect(told).toHaveLength(1);
});

test('a disk that hangs does not eat the memory', () => {
  const told: unknown[] = [];
  const never = () => new Promise<void>(() => undefined);
  const appender = createAppender({ appendFile: never, write: never, datasync: never, close: never }, (error) => told.push(error));
  for (let second = 0; second < 600; second += 1) appender.append(Buffer.alloc(64_000));
  expect(told).toHaveLength(1);
});
