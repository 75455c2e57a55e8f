import { createSocket } from 'node:dgram';
import { handClock } from '../../testing/hand-clock.ts';
import type { CallEvent, InCall } from './phone-call.ts';
import { openPortRange } from './port-range.ts';
import { openTrunk } from './trunk.ts';
import type { TrunkAlert } from './trunk-alert.ts';
import { CAREFUL, type TrunkConfig } from './trunk-config.ts';

/** A carrier that says exactly what a test wants, word for word, and remembers what it was told. */
export const openRawPeer = async (address = '127.0.0.1') => {
  const socket = createSocket('udp4');
  const heard: string[] = [];
  let port = 0;
  socket.on('message', (bytes, from) => {
    port = from.port;
    heard.push(bytes.toString('utf8'));
  });
  await new Promise<void>((bound) => socket.bind(0, address, bound));
  const say = (lines: readonly string[], to: number, body = '') =>
    socket.send(`${lines.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, to, '127.0.0.1');

  return {
    port: socket.address().port,
    heard,
    say,
    raw: (bytes: Uint8Array, to: number) => socket.send(bytes, to, '127.0.0.1'),
    /** Answers the last request that was heard (or the one given). */
    answer: (status: string, more: readonly string[] = [], body = '', request = heard.at(-1) ?? '') => {
      const kept = request.split('\r\n').filter((line) => /^(Via|From|Call-ID|CSeq|Record-Route):/.test(line));
      const to = /^To: .*$/m.exec(request)?.[0] ?? '';
      say([`SIP/2.0 ${status}`, ...kept, to.includes('tag=') ? to.trim() : `${to.trim()};tag=carrier`, ...more], port, body);
    },
    close: () => socket.close(),
  };
};

export type RawPeer = Awaited<ReturnType<typeof openRawPeer>>;

export const fieldOf = (message: string | undefined, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(message ?? '')?.[1]?.trim() ?? '';

/** A trunk towards such a carrier, with a clock turned by hand. */
export const openTrialTrunk = async (peer: RawPeer, config: Partial<TrunkConfig> = {}, isLate = () => false) => {
  const clock = handClock();
  const calls: InCall[] = [];
  const alerts: TrunkAlert[] = [];
  const trunk = await openTrunk(
    {
      ...CAREFUL, name: 'trial', transport: 'udp', server: { host: '127.0.0.1', port: peer.port },
      local: { address: '127.0.0.1', port: 0 }, callerId: '+4930100', allowedCountries: ['+49'], ...config,
    },
    { clock, ports: openPortRange('127.0.0.1', 42_200, 42_399), onCall: (call) => calls.push(call), onAlert: (alert) => alerts.push(alert), isLate },
  );
  const close = async () => {
    const closing = trunk.close();
    clock.pass(2000);
    await closing;
    peer.close();
  };
  return { trunk, clock, calls, alerts, close };
};

export const follow = (call: Pick<InCall, 'on'>): CallEvent[] => {
  const events: CallEvent[] = [];
  call.on((event) => events.push(event));
  return events;
};

export const VOICE = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 42900 RTP/AVP 0\r\n';
