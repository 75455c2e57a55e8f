import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { farPhone, humming, pcmu } from '@firstline/testing/voice/far-phone.ts';
import { seeded } from '@firstline/testing/voice/seeded.ts';
import { recordedLevels } from '../process/recorded.trials.ts';
import { SILENCE } from '../sound/frame.ts';
import { engineOnPaper, fakePhone } from './engine.trials.ts';
import { openPhoneLines } from './phone-lines.ts';
import { mendedRecordings, openRecordings } from './recordings.ts';

const folder = mkdtempSync(join(tmpdir(), 'firstline-sound-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A caller whose phone sounds: hums 440 Hz while `speaks` says so, over a line that loses its share of packets. */
const caller = async ({ speaks = () => true, loses = () => 0 }: { speaks?: (second: number) => boolean; loses?: (second: number) => number }) => {
  const chance = seeded(7);
  const hum = humming(440);
  let second = 0;
  const wire = farPhone(pcmu, (frame) => (speaks(second) ? hum(frame) : SILENCE));
  const phone = fakePhone('desk', '+49301', wire.transport);
  const recordings = openRecordings(folder, () => {});
  const desk = engineOnPaper({ recordings, phone: openPhoneLines(async () => ({ call: phone.call })) });
  const { leg } = await desk.provider.originate({ conference: 'call', to: { kind: 'phone', e164: '+49301' }, from: '', role: 'customer', ringSeconds: 20, idempotencyKey: 'one' }) as { leg: string };
  phone.tell({ type: 'answered' });
  await desk.told();
  const passes = (seconds: number) => {
    for (const until = second + seconds; second < until - 0.001; second += 0.02) {
      const packet = wire.next(second * 1000);
      if (chance() >= loses(second)) wire.arrives(packet);
      desk.turn(20);
    }
  };
  return { ...desk, leg, phone, passes, recordings, now: () => second };
};

test('R-116 what a caller says after the tone is kept as a file, and told with its length', async () => {
  const { provider, leg, passes, events } = await caller({ speaks: (second) => second < 4 });
  const { message } = await provider.takeMessage(leg, { greeting: 'welcome', mostSeconds: 60, silenceSeconds: 2 }) as { message: string };
  passes(8);
  await vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('message.taken'));
  const taken = events.find((event) => event.type === 'message.taken')!;
  expect(taken).toMatchObject({ message, caller: leg, because: 'silence', files: [`${message}.wav`] });
  expect(taken.spokenSeconds! - 3.5).toBeCloseTo(0, 0);
  const kept = await recordedLevels(join(folder, `${message}.wav`), 440, 0.5, 3);
  expect(kept.seconds).toBeCloseTo(taken.seconds, 1);
  expect([kept.customer > -20, kept.staff < -100]).toEqual([true, true]);
});

test('who says nothing leaves no file', async () => {
  const { provider, leg, passes, events } = await caller({ speaks: () => false });
  const before = readdirSync(folder).sort();
  await provider.takeMessage(leg, { mostSeconds: 60, silenceSeconds: 2 });
  passes(4);
  await vi.waitFor(() => expect(events.find((event) => event.type === 'message.taken')).toMatchObject({ spokenSeconds: 0, files: [] }));
  expect(readdirSync(folder).sort()).toEqual(before);
});

test('a message that a crash cuts off is mended at the next start, and told as what it is', async () => {
  const { provider, leg, passes } = await caller({});
  const { message } = await provider.takeMessage(leg, { mostSeconds: 60, silenceSeconds: 2 }) as { message: string };
  passes(3.2);
  await vi.waitFor(() => expect(readdirSync(folder)).toContain(`${message}.wav.part`));
  // Half a second at a time goes to the disk; what is there after a while is what a crash leaves.
  await vi.waitFor(async () => expect((await recordedLevels(join(folder, `${message}.wav.part`), 440)).seconds).toBeGreaterThan(2));
  const [mended] = await mendedRecordings(folder);
  expect(mended).toMatchObject({ conference: 'call', happened: { type: 'message.taken', message, caller: leg, because: 'failed', files: [`${message}.wav`] } });
});

test('R-105 two who ask for a recording at the same moment get one, and one whose call ends meanwhile is not left open', async () => {
  const { provider, leg, events, recordings } = await caller({});
  const [one, other] = await Promise.all([provider.record('call', 'start'), provider.record('call', 'start')]);
  expect(other).toEqual(one);
  await provider.record('call', 'stop');
  await recordings.settled();
  const late = provider.record('call', 'start');
  // By now the file is being opened.
  await Promise.resolve();
  await Promise.resolve();
  await provider.hangup(leg);
  await late;
  await recordings.settled();
  await vi.waitFor(() => expect(events.map(({ type }) => type).filter((type) => type.startsWith('recording.'))).toEqual(['recording.started', 'recording.stopped', 'recording.started', 'recording.stopped']));
  expect(readdirSync(folder).filter((file) => file.endsWith('.part'))).toEqual([]);
});

test('what a crash spoiled beside a recording keeps no process from its start', async () => {
  const { provider, leg, passes } = await caller({});
  const { message } = await provider.takeMessage(leg, { mostSeconds: 60, silenceSeconds: 2 }) as { message: string };
  passes(3.2);
  await vi.waitFor(async () => expect((await recordedLevels(join(folder, `${message}.wav.part`), 440)).seconds).toBeGreaterThan(2));
  writeFileSync(join(folder, `${message}.wav.marks`), `{"atMs":0,"mark":"conference call"}\n{"atMs":0,"ma\0\0`);
  expect(await mendedRecordings(folder)).toMatchObject([{ conference: 'call', happened: { type: 'recording.stopped', recording: message } }]);
});

test('R-118 how a leg sounds stands in the snapshot, is told when it turns poor and well again, and with its end', async () => {
  const { provider, leg, passes, events, phone } = await caller({ loses: (second) => (second > 5 && second < 20 ? 0.3 : 0) });
  const now = async () => (await provider.snapshot())[0]!.legs[0]!.quality!;
  passes(5);
  expect((await now()).in.opinion).toBeGreaterThan(4.3);
  passes(15);
  expect((await now()).in.opinion).toBeLessThan(3.1);
  expect((await now()).in.lost).toBeGreaterThan(0.1);
  passes(20);
  phone.tell({ type: 'ended', cause: 'normal' });
  await vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('leg.ended'));
  expect(events.filter((event) => event.type === 'leg.quality')).toMatchObject([{ leg, sounds: 'poor' }, { leg, sounds: 'well' }]);
  expect(events.find((event) => event.type === 'leg.ended')!.quality!.in.received).toBeGreaterThan(1500);
});

test('who was never heard is judged by nothing', async () => {
  const { provider, talking, turn } = engineOnPaper();
  await talking('call');
  turn(3000);
  expect((await provider.snapshot())[0]!.legs[0]).not.toHaveProperty('quality');
});
