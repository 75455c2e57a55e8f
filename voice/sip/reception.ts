import type { PacketIn } from '../media-transport.ts';
import { shortNtp, type Reception } from './rtcp.ts';

/** Counts what comes, as RFC 3550 (A.3, A.8) wants it reported. */
export const openReception = (clockRate: number) => {
  let source = 0;
  let first = 0;
  let highest = 0;
  let got = 0;
  let expectedThen = 0;
  let gotThen = 0;
  let transit: number | undefined;
  let jitter = 0;
  let sender: { ntp: number; at: number } | undefined;

  const start = (packet: PacketIn & { source: number }) => {
    source = packet.source;
    first = packet.sequence;
    highest = packet.sequence;
    got = 0;
    expectedThen = 0;
    gotThen = 0;
    transit = undefined;
    jitter = 0;
  };

  return {
    heard: (packet: PacketIn & { source: number }) => {
      if (got === 0 || packet.source !== source) start(packet);
      got += 1;
      const ahead = (packet.sequence - highest) & 0xffff;
      if (ahead < 0x8000) highest += ahead;
      const now = (packet.arrivedAt * clockRate) / 1000 - packet.timestamp;
      if (transit !== undefined) jitter += (Math.min(Math.abs(now - transit), clockRate) - jitter) / 16;
      transit = now;
    },
    sender: (ntp: number, at: number) => {
      sender = { ntp, at };
    },
    report: (now: number): Reception | undefined => {
      if (got === 0) return undefined;
      const expected = highest - first + 1;
      const [due, came] = [expected - expectedThen, got - gotThen];
      expectedThen = expected;
      gotThen = got;
      return {
        source,
        lostShare: due > 0 ? Math.max(0, due - came) / due : 0,
        lostInAll: expected - got,
        highest,
        jitter,
        lastReport: sender?.ntp ?? 0,
        sinceReport: sender ? shortNtp(now - sender.at) : 0,
      };
    },
  };
};
