import { randomBytes } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';
import type { FarReport, LegCodec, MediaTransport, PacketIn, PacketOut } from '../media-transport.ts';
import { every, type Clock } from './clock.ts';
import { openDigitsOut } from './digits-out.ts';
import type { Agreed } from './offer-answer.ts';
import type { PortPair } from './port-range.ts';
import { openReception } from './reception.ts';
import { readRtcp, shortNtp, writeBye, writeRtcp } from './rtcp.ts';
import { readRtp, writeRtp } from './rtp-packet.ts';
import { samePlace, type Address } from './wire.ts';

const SILENCE_MS = 10_000;
const REPORT_MS = 5000;
const LOOK_MS = 1000;
const CLOCK_RATE = 8000;
const LARGEST_PACKET = 1500;
/** "It is quiet here" (RFC 3389) needs no agreement. */
const COMFORT = 13;

export type PhoneMedia = {
  readonly port: number;
  readonly transport: MediaTransport;
  /** What an offer and its answer settled; sound flows from now on. */
  agree: (agreed: Agreed) => void;
  sendDigits: (digits: string) => boolean;
  /** Packets that were not taken: from strangers, of another kind, or no packets at all. */
  refused: () => number;
  /** Told once when nothing came for too long; the transport's own listener hears it too. */
  lost: (told: () => void) => void;
  close: () => void;
};

/** The sound of one phone leg: G.711 over RTP, from exactly one far end. `signalling` is where the call is spoken from. */
export const openPhoneMedia = (pair: PortPair, clock: Clock, signalling: string): PhoneMedia => {
  const source = randomBytes(4).readUInt32BE();
  const reception = openReception(CLOCK_RATE);
  let sequence = randomBytes(2).readUInt16BE();
  let agreed: Agreed | undefined;
  let latched: Address | undefined;
  let lastHeard = clock.now();
  let lastSent: { timestamp: number; at: number } = { timestamp: randomBytes(4).readUInt32BE(), at: clock.now() };
  let sent = { packets: 0, octets: 0 };
  let refused = 0;
  let closed = false;
  let take: (packet: PacketIn) => void = () => {};
  let report: (report: FarReport) => void = () => {};
  let toldClosed: (cause: 'closed' | 'media-lost') => void = () => {};
  let toldLost = () => {};

  const codec = (): LegCodec => agreed?.codec ?? UNSETTLED;
  const maySend = () => agreed !== undefined && (agreed.direction === 'sendrecv' || agreed.direction === 'sendonly');
  const mayHear = () => agreed !== undefined && (agreed.direction === 'sendrecv' || agreed.direction === 'recvonly');
  const timestampNow = () => (lastSent.timestamp + Math.round((clock.now() - lastSent.at) * (CLOCK_RATE / 1000))) >>> 0;

  const transmit = (packet: PacketOut) => {
    const to = latched ?? agreed?.far;
    if (closed || !to || !maySend() || !mayBeSentTo(to)) return;
    sequence = (sequence + 1) & 0xffff;
    sent = { packets: sent.packets + 1, octets: sent.octets + packet.payload.length };
    pair.sound.send(writeRtp(packet, sequence, source), to.port, to.address, () => {});
  };
  const digits = openDigitsOut(clock, codec, timestampNow, transmit);

  /**
   * The negotiated place; until it speaks, another port of it (symmetric RTP), or, for a peer behind NAT, the address that
   * the call itself comes from. The first of those stays, unless the negotiated one speaks after all.
   */
  const isFarEnd = (from: Address): boolean => {
    if (!agreed) return false;
    if (samePlace(agreed.far, from)) return true;
    if (latched) return samePlace(latched, from);
    return from.address === agreed.far.address || (from.address === signalling && isPrivate(agreed.far.address));
  };

  pair.sound.on('message', (bytes, from) => {
    const place = { address: from.address, port: from.port };
    const packet = bytes.length <= LARGEST_PACKET && isFarEnd(place) ? readRtp(bytes, clock.now()) : undefined;
    const known = packet && [codec().payloadType, codec().digitsPayloadType, COMFORT].includes(packet.payloadType);
    if (!packet || !known || closed) {
      refused += 1;
      return;
    }
    if (!latched || samePlace(agreed!.far, place)) latched = place;
    lastHeard = clock.now();
    if (!mayHear()) return;
    reception.heard(packet);
    take(packet);
  });

  pair.reports.on('message', (bytes, from) => {
    if (from.address !== (latched ?? agreed?.far)?.address || bytes.length > LARGEST_PACKET) return void (refused += 1);
    const heard = readRtcp(bytes, source, clock.now(), CLOCK_RATE);
    if (heard.senderNtp !== undefined) reception.sender(heard.senderNtp, clock.now());
    if (heard.report) report(heard.report);
  });

  const tellReport = (bytes: Buffer) => {
    const to = latched ?? agreed?.far;
    if (to && mayBeSentTo(to)) pair.reports.send(bytes, to.port + 1, to.address, () => {});
  };
  const stopReports = every(clock, REPORT_MS, () => {
    const now = clock.now();
    const sending = sent.packets > 0 ? { ntp: shortNtp(now), timestamp: timestampNow(), ...sent } : undefined;
    tellReport(writeRtcp(source, sending, reception.report(now)));
  });

  const close = (cause: 'closed' | 'media-lost') => {
    if (closed) return;
    tellReport(writeBye(source));
    closed = true;
    stopReports();
    stopLooking();
    digits.stop();
    pair.sound.close();
    pair.reports.close();
    toldClosed(cause);
    if (cause === 'media-lost') toldLost();
  };
  const stopLooking = every(clock, LOOK_MS, () => {
    if (!mayHear()) lastHeard = clock.now();
    else if (clock.now() - lastHeard >= SILENCE_MS) close('media-lost');
  });

  return {
    port: pair.port,
    agree: (settled) => {
      // A far end that moved is listened to anew; one that only held or resumed is still the same.
      if (!agreed || !samePlace(agreed.far, settled.far)) latched = undefined;
      agreed = settled;
      lastHeard = clock.now();
    },
    sendDigits: (pressed) => maySend() && digits.press(pressed),
    refused: () => refused,
    lost: (told) => void (toldLost = told),
    close: () => close('closed'),
    transport: {
      get codec() {
        return codec();
      },
      send: (packet) => {
        if (digits.busy()) return;
        lastSent = { timestamp: packet.timestamp, at: clock.now() };
        transmit(packet);
      },
      onPacket: (taker) => void (take = taker),
      onReport: (taker) => void (report = taker),
      onClosed: (told) => void (toldClosed = told),
      close: () => close('closed'),
    },
  };
};

/** Before anything is settled nothing is sent, so this codec is never heard. */
const UNSETTLED: LegCodec = { name: 'pcmu', payloadType: 0, clockRate: 8000 };

const privates = new BlockList();
for (const [network, bits] of [['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['169.254.0.0', 16]] as const)
  privates.addSubnet(network, bits, 'ipv4');
privates.addSubnet('fc00::', 7, 'ipv6');
const isPrivate = (address: string): boolean => privates.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

const groups = new BlockList();
groups.addSubnet('224.0.0.0', 3, 'ipv4');
groups.addSubnet('0.0.0.0', 8, 'ipv4');
groups.addSubnet('ff00::', 8, 'ipv6');
groups.addAddress('::', 'ipv6');
/** Never to a group, and never to a port where no sound lives. */
const mayBeSentTo = ({ address, port }: Address): boolean =>
  port >= 1024 && port < 65_535 && !groups.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
