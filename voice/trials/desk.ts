import { createMixer } from '../mixer/mixer.ts';
import { startClock, thisMachine } from '../mixer/clock.ts';
import type { MediaTransport } from '../media-transport.ts';
import { processClock } from '../sip/clock.ts';
import type { CallEvent, InCall, OutCall } from '../sip/phone-call.ts';
import { openPortRange } from '../sip/port-range.ts';
import { openTrunk, type Trunk } from '../sip/trunk.ts';
import type { TrunkAlert } from '../sip/trunk-alert.ts';
import { CAREFUL, type TrunkConfig } from '../sip/trunk-config.ts';
import { at } from './network.ts';

export type Followed<Call> = { call: Call; events: CallEvent[]; digits: string[]; packets: () => number; transport: MediaTransport };

/** A small desk: one mixer, and trunks that it follows. */
export const openDesk = () => {
  const mixer = createMixer();
  const clock = startClock(thisMachine, (moment) => mixer.tick(moment));
  const ports = openPortRange(at(1), 40_000, 40_199);
  const trunks: Trunk[] = [];

  return {
    mixer,
    open: async (config: Partial<TrunkConfig> & Pick<TrunkConfig, 'server' | 'local'>, onCall: (call: Followed<InCall>) => void = () => {}) => {
      const alerts: TrunkAlert[] = [];
      const trunk = await openTrunk(
        { ...CAREFUL, name: 'trial', transport: 'udp', callerId: '+4930100', allowedCountries: ['+49'], ...config },
        { clock: processClock, ports, onCall: (call) => onCall(follow(call)), onAlert: (alert) => alerts.push(alert) },
      );
      trunks.push(trunk);
      return {
        trunk,
        alerts,
        dial: async (to: string, ringSeconds?: number): Promise<Followed<OutCall>> => {
          const tried = await trunk.call(to, undefined, ringSeconds);
          if (tried.refused) throw new Error(tried.refused);
          return follow(tried.call);
        },
      };
    },
    close: async () => {
      await Promise.all(trunks.map((trunk) => trunk.close()));
      clock.stop();
    },
  };
};

/** What a call tells, and the keys in its sound. */
const follow = <Call extends OutCall>(call: Call): Followed<Call> => {
  const events: CallEvent[] = [];
  const digits: string[] = [];
  const told = new Set<number>();
  let packets = 0;
  call.on((event) => events.push(event));
  const { transport } = call;
  return {
    call,
    events,
    digits,
    packets: () => packets,
    transport: {
      get codec() {
        return transport.codec;
      },
      send: transport.send,
      onReport: transport.onReport,
      onClosed: transport.onClosed,
      close: transport.close,
      onPacket: (take) =>
        transport.onPacket((packet) => {
          packets += 1;
          if (packet.payloadType === transport.codec.digitsPayloadType && !told.has(packet.timestamp)) {
            told.add(packet.timestamp);
            digits.push('0123456789*#ABCD'[packet.payload[0] ?? 0] ?? '?');
          }
          take(packet);
        }),
    },
  };
};
