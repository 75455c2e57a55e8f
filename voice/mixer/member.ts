import type { FarReport, MediaTransport } from '@firstline/voice/media-transport.ts';
import { encoderFor } from '../sound/codec.ts';
import { createDigitsIn } from '../digits/digits-in.ts';
import { createDigitsOut } from '../digits/digits-out.ts';
import { createEar } from '../sound/ear.ts';
import { createLimiter } from '../sound/limiter.ts';
import { createMouth } from '../sound/mouth.ts';
import type { Voice } from './hearing.ts';
import type { Report } from './happening.ts';

/** Which side of the recording somebody is on. */
export type Side = 'customer' | 'staff';

/** A leg as a conference knows it: a voice with an ear, a mouth and a volume. */
export type Member = Voice & {
  side: Side;
  /** How loud others hear them: 1 is as they are. */
  gain: number;
  music: string;
  codec: MediaTransport['codec'];
  ear: ReturnType<typeof createEar>;
  mouth: ReturnType<typeof createMouth>;
  digitsIn: ReturnType<typeof createDigitsIn>;
  digitsOut: ReturnType<typeof createDigitsOut>;
  /** From the mix that they hear to what is sent; has a past, so each leg has its own. */
  pack: (mix: Float32Array) => Uint8Array;
  far?: FarReport;
  /** In the last tick. */
  heard?: Heard;
};

/** Of whom somebody hears what. */
export type Heard = { key: string; from: readonly Member[]; music?: string };

export type Joining = { leg: string; side: Side; transport: MediaTransport } & Partial<Pick<Member, 'held' | 'muted' | 'gain' | 'music' | 'supervising'>>;

/** Quiet of the far side, told by its own payload type at 8 kHz (RFC 3389). */
const COMFORT = 13;

export const memberOf = ({ transport, ...joining }: Joining, report: Report, chance: () => number): Member => {
  const { codec } = transport;
  const ear = createEar(codec, chance);
  const limit = createLimiter();
  const encode = encoderFor(codec.name);
  const member: Member = {
    held: false,
    muted: false,
    gain: 1,
    music: 'music',
    ...joining,
    codec,
    ear,
    digitsIn: createDigitsIn(codec.clockRate, (key) => report({ type: 'leg.digit', leg: member.leg, ...key })),
    digitsOut: createDigitsOut(codec, transport.send),
    mouth: createMouth(codec, transport.send, Math.floor(chance() * 2 ** 32)),
    pack: (mix) => encode(limit(mix)),
  };
  transport.onPacket((packet) => {
    if (packet.payloadType === codec.payloadType) ear.take(packet);
    else if (packet.payloadType === codec.digitsPayloadType) {
      ear.pass(packet);
      member.digitsIn.take(packet);
    } else if (packet.payloadType === COMFORT && codec.clockRate === 8000) ear.take(packet, true);
  });
  transport.onReport((far) => {
    member.far = far;
  });
  transport.onClosed((cause) => report({ type: 'leg.lost', leg: member.leg, cause }));
  return member;
};
