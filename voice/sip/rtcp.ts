import type { FarReport } from '../media-transport.ts';

const SENDER = 200;
const RECEIVER = 201;
const DESCRIPTION = 202;
const BYE = 203;

export type Reception = { source: number; lostShare: number; lostInAll: number; highest: number; jitter: number; lastReport: number; sinceReport: number };
export type Sending = { ntp: number; timestamp: number; packets: number; octets: number };

/** Seconds with a binary fraction in 32 bits: the middle of an NTP time, which is all that round trips need. */
export const shortNtp = (milliseconds: number): number => Math.floor((milliseconds / 1000) * 65_536) >>> 0;

/** A sender or receiver report with our name, as one packet (RFC 3550, 6.1). */
export const writeRtcp = (source: number, sending: Sending | undefined, heard: Reception | undefined): Buffer => {
  const report = Buffer.alloc((sending ? 28 : 8) + (heard ? 24 : 0));
  start(report, heard ? 1 : 0, sending ? SENDER : RECEIVER, source);
  if (sending) {
    report.writeUInt32BE(sending.ntp >>> 16, 8);
    report.writeUInt32BE((sending.ntp << 16) >>> 0, 12);
    report.writeUInt32BE(sending.timestamp >>> 0, 16);
    report.writeUInt32BE(sending.packets >>> 0, 20);
    report.writeUInt32BE(sending.octets >>> 0, 24);
  }
  if (heard) {
    const at = sending ? 28 : 8;
    report.writeUInt32BE(heard.source, at);
    report[at + 4] = Math.min(255, Math.floor(heard.lostShare * 256));
    report.writeUIntBE(Math.min(0x7fffff, Math.max(0, heard.lostInAll)), at + 5, 3);
    report.writeUInt32BE(heard.highest >>> 0, at + 8);
    report.writeUInt32BE(Math.floor(heard.jitter) >>> 0, at + 12);
    report.writeUInt32BE(heard.lastReport, at + 16);
    report.writeUInt32BE(heard.sinceReport >>> 0, at + 20);
  }
  const name = Buffer.alloc(16);
  start(name, 1, DESCRIPTION, source);
  // The name is asked for, and says nothing of the machine.
  name[8] = 1;
  name[9] = 4;
  name.write('desk', 10);
  return Buffer.concat([report, name]);
};

export const writeBye = (source: number): Buffer => {
  const bye = Buffer.alloc(8);
  start(bye, 1, BYE, source);
  return bye;
};

const start = (packet: Buffer, count: number, type: number, source: number) => {
  packet[0] = 0x80 | count;
  packet[1] = type;
  packet.writeUInt16BE(packet.length / 4 - 1, 2);
  packet.writeUInt32BE(source >>> 0, 4);
};

export type RtcpHeard = {
  /** The far side's clock, to be named in our next report. */
  senderNtp?: number;
  report?: FarReport;
};

/** What a report says of our own sound; half a packet says nothing. */
export const readRtcp = (bytes: Buffer, ours: number, now: number, clockRate: number): RtcpHeard => {
  const heard: RtcpHeard = {};
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = (bytes.readUInt16BE(at + 2) + 1) * 4;
    if (bytes[at]! >> 6 !== 2 || at + length > bytes.length) return heard;
    const type = bytes[at + 1]!;
    const count = bytes[at]! & 0x1f;
    if (type === SENDER && length >= 28) heard.senderNtp = ((bytes.readUInt16BE(at + 10) << 16) | bytes.readUInt16BE(at + 12)) >>> 0;
    if (type === SENDER || type === RECEIVER) {
      const first = at + (type === SENDER ? 28 : 8);
      for (let block = 0; block < count && first + block * 24 + 24 <= at + length; block += 1) {
        const from = first + block * 24;
        if (bytes.readUInt32BE(from) === ours) heard.report = readBlock(bytes, from, now, clockRate);
      }
    }
    at += length;
  }
  return heard;
};

const readBlock = (bytes: Buffer, at: number, now: number, clockRate: number): FarReport => {
  const lastReport = bytes.readUInt32BE(at + 16);
  const trip = (shortNtp(now) - lastReport - bytes.readUInt32BE(at + 20)) | 0;
  return {
    lost: bytes[at + 4]! / 256,
    jitterMs: (bytes.readUInt32BE(at + 12) / clockRate) * 1000,
    ...(lastReport !== 0 && trip >= 0 ? { roundTripMs: (trip / 65_536) * 1000 } : {}),
  };
};
