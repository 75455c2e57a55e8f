import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { talker, type Codec, type Talker } from '../process/talker.trials.ts';
import { forkVoice, superviseVoice } from '../supervise.ts';
import { chargedMs } from './charged.ts';
import { rest, until } from './until.ts';

/**
 * Calls come to a voice process on one core until it takes no more: how many there are then, how they sound, what they
 * take of memory, and when it takes calls again after some have gone. The callers are on another core.
 * `tsx voice/trials/full-house.trials.ts [most legs] [late ms]`, on a machine with nothing else to do; where there is
 * something else, the time that was charged says more than lateness does.
 */
const [most, lateMs] = [Number(process.argv[2] ?? 120), process.argv[3] ?? '20'];
const say = (text: string) => process.stdout.write(`${text}\n`);
const pin = (pid: number, core: number) => execFileSync('taskset', ['-acp', String(core), String(pid)]);

const fill = async (codec: Codec) => {
  const recordings = mkdtempSync(join(tmpdir(), 'firstline-full-'));
  const env = { ...process.env, VOICE_LATE_MS: lateMs, VOICE_LEGS: '200', VOICE_UDP_PORTS: '50000-52999', VOICE_ADDRESSES: '127.0.0.1', VOICE_RECORDINGS: recordings };
  const start = forkVoice(join(import.meta.dirname, '../main.ts'), env, process.execArgv);
  let pid = 0;
  const voice = superviseVoice(() => {
    const child = start();
    pid = child.pid!;
    pin(child.pid!, 1);
    return child;
  });
  await until(() => voice.state() === 'ready', 30_000);
  await until(() => voice.pulse()?.isLate === false, 12_000);
  const people: Talker[] = [];
  let calls = 0;

  const comes = async (call: string, role: 'customer' | 'agent', hertz: number): Promise<string | undefined> => {
    const answer = await voice.provider.originate({
      conference: call, role, from: '', ringSeconds: 60, idempotencyKey: `${call} ${role}`, to: role === 'agent' ? { kind: 'agent', id: call } : { kind: 'web', session: call },
    });
    if (answer.refused) return answer.refused;
    people.push(await talker(voice.door, answer.leg, hertz, codec));
    return undefined;
  };
  const call = async () => {
    const name = `call ${(calls += 1)}`;
    const refused = (await comes(name, 'customer', 500)) ?? (await comes(name, 'agent', 800));
    if (refused === undefined) await voice.provider.record(name, 'start');
    return refused;
  };
  const whole = () => people.filter((person, i) => person.hears(i % 2 === 0 ? 800 : 500) > -35).length;
  let last = { at: performance.now(), charged: chargedMs(pid) };
  const row = () => {
    const now = { at: performance.now(), charged: chargedMs(pid) };
    const share = (now.charged - last.charged) / (now.at - last.at);
    last = now;
    const { legs, lateP99Ms, lateTicks, load, memoryMb, worstOpinion = 0, isLate } = voice.pulse()!;
    say(`  ${legs} legs: mixer p99 ${lateP99Ms.toFixed(1)} ms late, ${lateTicks} late ticks in all, ${(load * 100).toFixed(0)} % at mixing, ${(share * 100).toFixed(0)} % of a core charged, ${memoryMb} MB, worst opinion ${worstOpinion.toFixed(2)}, ${whole()} of ${people.length} hear each other${isLate ? ', takes no calls' : ''}`);
  };

  say(`${codec}, recorded; load of the machine ${loadavg()[0]!.toFixed(1)}; empty ${voice.pulse()!.memoryMb} MB`);
  let refused: string | undefined;
  while (!refused && people.length < most) {
    refused = await call();
    await rest(people.length < 16 ? 100 : 700);
    if (people.length % 8 === 0) row();
  }
  say(`  the next call: ${refused ?? 'would be taken'}`);
  for (let second = 0; second < 4; second += 1) {
    await rest(1000);
    row();
  }
  const gone = people.splice(-8);
  const since = performance.now();
  for (const { leg } of gone) await voice.provider.hangup(leg);
  await Promise.all(gone.map(({ stop }) => stop()));
  if (refused) {
    await until(() => voice.pulse()?.isLate === false, 25_000);
    say(`  eight have gone, ${((performance.now() - since) / 1000).toFixed(1)} s later a call is: ${(await call()) ?? 'taken'}`);
  }
  row();
  await Promise.all(people.map(({ stop }) => stop()));
  await voice.stop();
  rmSync(recordings, { recursive: true });
};

pin(process.pid, 0);
await fill('opus');
await fill('pcmu');
process.exit();
