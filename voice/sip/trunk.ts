import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { randomInt } from 'node:crypto';
import { admits, readSources } from './allowed-sources.ts';
import { openCallLimits } from './call-limits.ts';
import type { Clock } from './clock.ts';
import { openChallenger } from './digest.ts';
import { domainOf, type Ground } from './ground.ts';
import { keepAlive } from './keep-alive.ts';
import type { OurSide } from './offer-answer.ts';
import { openOutCall } from './out-call.ts';
import type { InCall, OutCall, Refusal } from './phone-call.ts';
import { openPhoneMedia } from './phone-media.ts';
import type { PortRange } from './port-range.ts';
import { readMessage } from './read-message.ts';
import { openRegistration } from './registration.ts';
import { openStreamWire } from './stream-wire.ts';
import { openSwitchboard } from './switchboard.ts';
import { openTransactions, type Transactions } from './transactions.ts';
import type { TrunkAlert } from './trunk-alert.ts';
import type { TrunkConfig } from './trunk-config.ts';
import { openUdpWire } from './udp-wire.ts';
import type { Address, Wire, WireEars } from './wire.ts';

export type TrunkCounts = { calls: number; exchanges: number; strangers: number; unreadable: Record<string, number> };

export type Trunk = {
  /** Numbers as +49…; what is not said is as the trunk has it. */
  call: (to: string, from?: string, ringSeconds?: number) => Promise<{ call: OutCall; refused?: undefined } | { refused: Refusal }>;
  readonly local: Address;
  counts: () => TrunkCounts;
  /** Ends every call, takes the registration back and lets go of the port. */
  close: () => Promise<void>;
};

export type TrunkMeans = {
  clock: Clock;
  ports: PortRange;
  onCall: (call: InCall) => void;
  onAlert?: (alert: TrunkAlert) => void;
  /** True while the process cannot keep up: then no call is begun or taken. */
  isLate?: () => boolean;
};

export const openTrunk = async (config: TrunkConfig, means: TrunkMeans): Promise<Trunk> => {
  const { clock, ports, onAlert = () => {}, isLate = () => false } = means;
  const sources = readSources(config.allowedSources);
  if (!sources) throw new Error(`Trunk ${config.name}: allowedSources holds something that is no address and no network.`);
  const server = await find(config);
  const unreadable = new Map<string, number>();
  let strangers = 0;
  let closed = false;

  const isAdmitted = (address: string) => address === server.address || admits(sources, address);
  // A mapped address is the IPv4 address that it carries.
  const ears: WireEars = {
    admits: (address) => {
      const known = isAdmitted(address.replace(/^::ffff:/, ''));
      if (!known) strangers += 1;
      return known;
    },
    message: (bytes, from) => {
      if (isKeepAlive(bytes) || closed) return;
      const read = readMessage(bytes);
      if ('bad' in read) return void unreadable.set(read.bad, (unreadable.get(read.bad) ?? 0) + 1);
      transactions.take(read.message, from);
    },
  };
  const wire: Wire =
    config.transport === 'udp'
      ? await openUdpWire(config.local, config.local.told, ears)
      : await openStreamWire(config.local, config.local.told, ears, config.transport === 'tls' ? tlsWords(config) : undefined);

  const limits = openCallLimits(config, clock);
  const transactions: Transactions = openTransactions(wire, clock, {
    asked: (transaction) => switchboard.asked(transaction),
    acknowledged: (request) => switchboard.acknowledged(request),
    dropped: (why) => void unreadable.set(why, (unreadable.get(why) ?? 0) + 1),
  });
  const ground: Ground = { config, clock, wire, transactions, ports, server: () => server, admits: isAdmitted };
  const openSide = async (signalling: string): Promise<{ media: ReturnType<typeof openPhoneMedia>; ours: OurSide } | undefined> => {
    const pair = await ports.take();
    if (!pair) return undefined;
    const session = { id: randomInt(2 ** 31), version: 1 };
    const address = config.local.told ?? ports.address;
    return {
      media: openPhoneMedia(pair, clock, signalling),
      ours: { address, port: pair.port, codecs: config.codecs, direction: 'sendrecv', session },
    };
  };
  const switchboard = openSwitchboard(ground, {
    limits,
    openSide,
    isLate,
    onAlert,
    onCall: means.onCall,
    isClosed: () => closed,
    ...(config.challenge ? { challenger: openChallenger(domainOf(config), config.challenge, clock.now) } : {}),
  });

  const stopKeepAlive = keepAlive(ground, config.keepAliveSeconds, (there) => onAlert({ type: there ? 'server-back' : 'server-silent' }));
  const registration = config.register
    ? openRegistration(ground, config.register.expiresSeconds, (state) =>
        onAlert(state === 'registered' ? { type: 'registered' } : { type: 'not-registered', reason: state }))
    : undefined;

  return {
    local: wire.local,
    counts: () => ({ calls: limits.running(), exchanges: transactions.open(), strangers, unreadable: Object.fromEntries(unreadable) }),
    call: async (to, from = config.callerId, ringSeconds = config.ringSeconds) => {
      const refuse = (refused: Refusal) => {
        onAlert({ type: 'call-refused', reason: refused, number: to });
        return { refused };
      };
      if (closed) return { refused: 'closed' };
      const against = isLate() ? 'late' : (limits.againstCalling(to) ?? (/^\+?[\w.-]{1,32}$/.test(from) ? undefined : 'not-a-number'));
      if (against) return refuse(against);
      const release = limits.begin(to);
      const side = await openSide(server.address);
      if (!side || closed) {
        release();
        side?.media.close();
        return refuse(side ? 'closed' : 'no-port');
      }
      const opened = openOutCall(ground, { to, from, ringSeconds }, side.media, side.ours, () => {
        release();
        switchboard.forget(opened.call.id);
      });
      switchboard.know(opened.call.id, opened);
      return { call: opened.call };
    },
    close: async () => {
      if (closed) return;
      stopKeepAlive();
      switchboard.close();
      closed = true;
      // One goodbye is enough: a server that is gone forgets us by itself.
      if (registration)
        await new Promise<void>((done) => {
          const stopWaiting = clock.after(GOODBYE_MS, done);
          void registration.close().then(stopWaiting).then(done);
        });
      transactions.close();
      await wire.close();
    },
  };
};

const GOODBYE_MS = 1000;
const isKeepAlive = (bytes: Buffer): boolean => bytes.length <= 4 && bytes.every((byte) => byte === 13 || byte === 10 || byte === 0);

const find = async ({ server, transport }: TrunkConfig): Promise<Address> => {
  const port = server.port ?? (transport === 'tls' ? 5061 : 5060);
  if (isIP(server.host)) return { address: server.host, port };
  const { address } = await lookup(server.host);
  return { address, port };
};

const tlsWords = ({ server, tls }: TrunkConfig) => ({ serverName: tls?.serverName ?? server.host, ...tls });
