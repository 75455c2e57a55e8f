import { join } from 'node:path';
import { openAgent } from './agent.ts';
import { startPhone, type Phone } from './baresip.ts';
import type { Followed } from './desk.ts';
import { at } from './network.ts';
import type { InCall } from '../sip/phone-call.ts';
import { readHeard } from './tone-file.ts';
import { db, openTrial, seen } from './trial.ts';
import { rest, until } from './until.ts';

/**
 * Real phones (baresip) and the desk's own trunk in one network: run by phones.test.ts, which makes the network.
 * Each line of output is one thing seen: a name, and what came.
 */

const { folder, children, desk, run } = openTrial('phones');
const CALLER = 600;
const AGENT = 900;
const OTHER = 1300;
const causeOf = (call: { events: { type: string; cause?: string }[] }) => call.events.find(({ type }) => type === 'ended')?.cause;

const phone = (number: string, last: number, hertz: number): Promise<Phone> =>
  startPhone(children, { number, address: at(last), port: 5070, control: 5600 + last, hertz, folder: join(folder, number), domain: at(1) });

await run(async () => {
  const one = await phone('+49300000001', 2, CALLER);
  const two = await phone('+49300000002', 3, OTHER);
  const arrived: Followed<InCall>[] = [];
  const line = await desk.open({ server: { host: at(2), port: 5070 }, local: { address: at(1), port: 5060 } }, (call) => arrived.push(call));
  const second = await desk.open({ server: { host: at(3), port: 5070 }, local: { address: at(1), port: 5062 } });
  const agent = openAgent(AGENT);

  // In, with sound both ways, keys, and a far hold.
  one.say('dial', `sip:+4930100@${at(1)}:5060`);
  const first = await until(() => arrived[0]);
  if (!first) return seen('in', 'no call came');
  first.call.ring();
  first.call.answer();
  desk.mixer.join('call', { leg: 'agent', side: 'staff', transport: agent.transport });
  desk.mixer.join('call', { leg: 'one', side: 'customer', transport: first.transport });
  await rest(2500);
  seen('agent hears caller', db(agent.lately(1000), CALLER, OTHER));
  for (const key of '15#7') {
    one.say('sndcode', key);
    await rest(250);
  }
  await until(() => first.digits.length >= 4, 3000);
  seen('keys in', first.digits.join(''));

  // Out to a second phone, three-way, and the agent leaves.
  const out = await second.dial('+49300000002');
  await until(() => out.events.some(({ type }) => type === 'ringing'));
  two.say('accept');
  await until(() => out.events.some(({ type }) => type === 'answered'));
  seen('out', out.events.map(({ type }) => type));
  desk.mixer.join('call', { leg: 'two', side: 'customer', transport: out.transport });
  await rest(2500);
  seen('three-way: agent hears', db(agent.lately(1000), CALLER, OTHER));
  seen('keys out', out.call.sendDigits('42'));
  await rest(1000);
  seen('keys at the phone', [...two.said().matchAll(/received event: '(\d)' \(end=1\)/g)].map(([, key]) => key).join(''));
  desk.mixer.leave('agent');
  agent.transport.close();
  await rest(3000);
  out.call.hangup();
  one.say('hangup');
  await until(() => causeOf(first));
  seen('causes', [causeOf(first), causeOf(out)]);
  await rest(500);
  const lastOf = (heard: Float32Array) => heard.slice(-20_000, -4000);
  seen('after the agent left: caller hears', db(lastOf(readHeard(one.folder)), OTHER, AGENT));
  seen('after the agent left: other hears', db(lastOf(readHeard(two.folder)), CALLER, AGENT));

  // Ends without an answer.
  const silent = await second.dial('+49300000002', 2);
  await until(() => causeOf(silent));
  seen('no answer', causeOf(silent));
  await rest(300);
  const refused = await second.dial('+49300000002');
  await until(() => refused.events.some(({ type }) => type === 'ringing'));
  two.say('hangup');
  await until(() => causeOf(refused));
  seen('busy', causeOf(refused));
  one.say('dial', `sip:+4930100@${at(1)}:5060`);
  const gaveUp = await until(() => arrived[1]);
  gaveUp?.call.ring();
  await rest(300);
  one.say('hangup');
  await until(() => gaveUp && causeOf(gaveUp));
  seen('canceled', gaveUp && causeOf(gaveUp));
  // Hold of ours: the phone stops sending. Last, because this phone's recorder stops with its first re-INVITE.
  one.say('dial', `sip:+4930100@${at(1)}:5060`);
  const held = await until(() => arrived[2]);
  if (!held) return seen('held', 'no call came');
  held.call.answer();
  desk.mixer.join('hold', { leg: 'held', side: 'customer', transport: held.transport });
  await rest(1000);
  seen('held', await held.call.hold(true));
  await rest(300);
  const before = held.packets();
  await rest(1000);
  seen('packets while held', held.packets() - before);
  seen('resumed', await held.call.hold(false));
  await rest(1000);
  seen('packets after hold', held.packets() - before > 20);
  one.say('hold');
  seen('far hold', (await until(() => held.events.find(({ type }) => type === 'far-hold'))) ?? 'not told');
  held.call.hangup();
  await rest(300);
  seen('left over', [line.trunk.counts().calls, second.trunk.counts().calls]);
  if (process.argv.includes('--loud')) seen('phones', [one.said(), two.said()]);
});
