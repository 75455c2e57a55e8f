import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from '@firstline/testing/voice/seeded.ts';
import { forkVoice, superviseVoice } from '../supervise.ts';
import { passingCalls } from './passing-calls.ts';
import { chargedMs } from './charged.ts';
import { rest, until } from './until.ts';

/**
 * Calls come and go for an hour, and the process must not grow: `tsx voice/trials/hour.trials.ts [minutes] [log] [seconds
 * between two calls]`. Its phones call it over two trunks of its own, out by the one and in by the other.
 */
const [minutes, log, everySeconds] = [Number(process.argv[2] ?? 60), process.argv[3] ?? 'voice-hour.log', Number(process.argv[4] ?? 6)];
const say = (line: string) => appendFileSync(log, `${line}\n`);
const recordings = mkdtempSync(join(tmpdir(), 'firstline-hour-'));
const trunk = (name: string, port: number, server: number) => ({
  name, server: { host: '127.0.0.1', port: server }, transport: 'udp', local: { address: '127.0.0.1', port, told: '127.0.0.1' },
  callerId: '+4930100', allowedCountries: ['+49'], most: { calls: 20, callsWithOneNumber: 20, callsPerMinute: 100 },
});
const env = {
  ...process.env, VOICE_LATE_MS: '0', VOICE_UDP_PORTS: '47000-47199', VOICE_ADDRESSES: '127.0.0.1', VOICE_RECORDINGS: recordings,
  VOICE_TRUNKS: JSON.stringify([trunk('out', 46_960, 46_962), trunk('in', 46_962, 46_960)]),
};
let pid = 0;
let starts = 0;
let heardAt = 0;
let away = 0;
let lastLook = performance.now();
setInterval(() => {
  away = Math.max(away, performance.now() - lastLook - 100);
  lastLook = performance.now();
}, 100).unref();
const start = forkVoice(join(import.meta.dirname, '../main.ts'), env, process.execArgv);
const voice = superviseVoice(() => {
  const child = start();
  pid = child.pid ?? 0;
  starts += 1;
  const since = performance.now();
  child.onExit(() => say(`gone after ${Math.round(performance.now() - since)} ms, silent for ${Math.round(performance.now() - heardAt)} ms, we were away for ${Math.round(away)} ms at most`));
  child.onWord(() => (heardAt = performance.now()));
  return child;
});
const kept = { recordings: 0, messages: 0, poor: 0 };
voice.provider.onEvent(async (event) => {
  if (event.type === 'recording.stopped') kept.recordings += 1;
  if (event.type === 'message.taken') kept.messages += 1;
  if (event.type === 'leg.quality' && event.sounds === 'poor') kept.poor += 1;
  if (event.type === 'recording.stopped' || event.type === 'message.taken')
    for (const file of event.files) for (const end of ['', '.marks']) rmSync(join(recordings, file + end), { force: true });
});
await until(() => voice.state() === 'ready', 30_000);

const calls = passingCalls(voice.provider, voice.door, seeded(1));
const running = new Set<Promise<unknown>>();
const faults: string[] = [];
writeFileSync(log, 'minute\trssMb\theapMb\topen\tfiles\tlegs\tconferences\tcalls\theard\tdeaf\trecordings\tmessages\tpoor\tlateTicks\tcpuSeconds\tstarts\n');

const rows: { minute: number; rss: number; heap: number }[] = [];
const note = async (minute: number) => {
  const pulse = voice.pulse();
  if (!pulse) return say(`${minute}\tno pulse`);
  const snapshot = await voice.provider.snapshot();
  rows.push({ minute, rss: pulse.memoryMb, heap: pulse.heapMb });
  say([
    minute, pulse.memoryMb, pulse.heapMb, pulse.open, readdirSync(`/proc/${pid}/fd`).length, snapshot.flatMap(({ legs }) => legs).length, snapshot.length,
    calls.seen.calls, calls.seen.heard, calls.seen.deaf, kept.recordings, kept.messages, kept.poor, pulse.lateTicks, (chargedMs(pid) / 1000).toFixed(1), starts,
  ].join('\t'));
};

const began = performance.now();
let minute = 0;
while (performance.now() - began < minutes * 60_000) {
  const call = calls.next().catch((error: unknown) => void faults.push(String(error)));
  running.add(call);
  void call.finally(() => running.delete(call));
  await rest(everySeconds * 1000);
  if ((performance.now() - began) / 60_000 >= minute + 1) await note((minute += 1));
}
await Promise.all(running);
// Late packets, files and what remembers a closed connection for a while.
await rest(20_000);
await note(minute + 1);

/** By how much a figure grows in an hour, by the line through it that fits best; the first minutes are the warming up. */
const slope = (of: 'rss' | 'heap') => {
  const late = rows.filter((row) => row.minute > minutes / 6);
  const [x, y] = [late.reduce((sum, row) => sum + row.minute, 0) / late.length, late.reduce((sum, row) => sum + row[of], 0) / late.length];
  const [over, under] = late.reduce(([a, b], row) => [a + (row.minute - x) * (row[of] - y), b + (row.minute - x) ** 2], [0, 0]);
  return ((60 * over) / under).toFixed(1);
};
const left = (await voice.provider.snapshot()).length;
say(JSON.stringify({ perHourMb: { rss: slope('rss'), heap: slope('heap') }, left, refused: calls.seen.refused, deaf: calls.seen.deafBecause, faults: faults.slice(0, 10), filesLeft: readdirSync(recordings) }));
await voice.stop();
rmSync(recordings, { recursive: true });
process.exit(left === 0 && starts === 1 && faults.length === 0 ? 0 : 1);
