import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openAgent } from './agent.ts';
import { startPhone } from './baresip.ts';
import type { Followed } from './desk.ts';
import { at } from './network.ts';
import type { InCall } from '../sip/phone-call.ts';
import { readHeard } from './tone-file.ts';
import { db, openTrial, seen } from './trial.ts';
import { rest, until } from './until.ts';

/** The trunk registered at Kamailio, sound over rtpengine, a phone behind both; run by carrier.test.ts in a network of its own. */

const { folder, children, desk, run } = openTrial('carrier');
const CARRIER = at(5);
const CONFIG = fileURLToPath(new URL('kamailio.cfg', import.meta.url));

await run(async () => {
  const sound = children.start('rtpengine', [
    '--foreground', '--table=-1', `--interface=${at(6)}`, '--listen-ng=127.0.0.1:2223', '--port-min=45000', '--port-max=45100', '--log-stderr', '--log-level=4',
  ]);
  const carrier = children.start('kamailio', ['-f', CONFIG, '-l', `udp:${CARRIER}:5060`, '-DD', '-E', '-m', '32', '-M', '4', '-Y', folder, '-w', folder]);
  await rest(1500);
  const arrived: Followed<InCall>[] = [];
  const line = await desk.open(
    {
      server: { host: CARRIER, port: 5060 }, local: { address: at(1), port: 5060 },
      credentials: { user: 'desk', secret: 'word' }, register: { expiresSeconds: 120 }, keepAliveSeconds: 2,
    },
    (call) => arrived.push(call),
  );
  await until(() => line.alerts.some(({ type }) => type === 'registered'), 5000);
  seen('registration', line.alerts);
  const wrong = await desk.open({
    server: { host: CARRIER, port: 5060 }, local: { address: at(1), port: 5064 },
    credentials: { user: 'desk', secret: 'wrong' }, register: { expiresSeconds: 120 },
  });
  await until(() => wrong.alerts.length, 5000);
  seen('wrong secret', wrong.alerts);

  const phone = await startPhone(children, {
    number: '+49300000001', address: at(2), port: 5070, control: 5602, hertz: 600, folder: join(folder, 'phone'), domain: CARRIER,
    account: ';auth_user=phone;auth_pass=word',
  });
  await until(() => phone.said().includes('REGISTER_OK'), 5000);
  const agent = openAgent(900);

  phone.say('dial', `sip:desk@${CARRIER}`);
  const call = await until(() => arrived[0]);
  if (!call) return seen('said', [carrier.said().slice(-3000), sound.said().slice(-1000), phone.said().slice(-2000)]);
  call.call.ring();
  call.call.answer();
  desk.mixer.join('call', { leg: 'agent', side: 'staff', transport: agent.transport });
  desk.mixer.join('call', { leg: 'phone', side: 'customer', transport: call.transport });
  await rest(2500);
  seen('in: agent hears', db(agent.lately(1000), 600, 1300));
  const before = call.packets();
  seen('in: held', await call.call.hold(true));
  await rest(1200);
  seen('in: packets while held', call.packets() - before < 15);
  seen('in: resumed', await call.call.hold(false));
  call.call.hangup();
  desk.mixer.leave('phone');
  await rest(500);
  seen('in: phone heard', db(readHeard(join(folder, 'phone')).slice(4000, 16_000), 900, 1300));

  const out = await line.dial('+49300000001');
  await until(() => out.events.some(({ type }) => type === 'ringing'));
  phone.say('accept');
  await until(() => out.events.some(({ type }) => type === 'answered'));
  desk.mixer.join('call', { leg: 'out', side: 'customer', transport: out.transport });
  await rest(2000);
  seen('out: agent hears', db(agent.lately(1000), 600, 1300));
  phone.say('hangup');
  await until(() => out.events.some(({ type }) => type === 'ended'));
  seen('out', out.events);
  const nobody = await line.dial('+49300000404');
  await until(() => nobody.events.some(({ type }) => type === 'ended'));
  seen('nobody', nobody.events);
  seen('left over', line.trunk.counts().calls);
});
