import type { LegCodec, MediaTransport, PacketIn, PacketOut } from '@firstline/voice/media-transport.ts';
import { decoderFor, encoderFor } from '@firstline/voice/sound/codec.ts';
import { FRAME, RATE } from '@firstline/voice/sound/frame.ts';
import { upBy } from '@firstline/voice/sound/resample.ts';

export const opus: LegCodec = { name: 'opus', payloadType: 111, clockRate: 48_000, digitsPayloadType: 110 };
export const pcmu: LegCodec = { name: 'pcmu', payloadType: 0, clockRate: 8000, digitsPayloadType: 101 };
export const pcma: LegCodec = { name: 'pcma', payloadType: 8, clockRate: 8000 };

/** A tone without end, frame by frame. */
export const humming = (hertz: number, loud = 0.2) => (frame: number): Float32Array =>
  Float32Array.from({ length: FRAME }, (_, i) => loud * Math.sin((2 * Math.PI * hertz * (frame * FRAME + i)) / RATE));

/** Both ends of a wire without a network: the mixer holds one, the test holds the phone at the other. */
export const farPhone = (codec: LegCodec, says: (frame: number) => Float32Array) => {
  const encode = encoderFor(codec.name);
  const sent: PacketOut[] = [];
  let take: (packet: PacketIn) => void = () => undefined;
  let closed: (cause: 'closed' | 'media-lost') => void = () => undefined;
  let frames = 0;
  const transport: MediaTransport = {
    codec,
    send: (packet) => sent.push(packet),
    onPacket: (listener) => {
      take = listener;
    },
    onReport: () => undefined,
    onClosed: (listener) => {
      closed = listener;
    },
    close: () => undefined,
  };
  return {
    transport,
    sent,
    arrives: (packet: PacketIn) => take(packet),
    breaks: () => closed('media-lost'),
    /** The packet of its next 20 ms. */
    next: (at: number): PacketIn => {
      const packet = {
        payloadType: codec.payloadType,
        sequence: (65_500 + frames) & 0xffff,
        timestamp: (2 ** 32 - 9600 + (frames * codec.clockRate) / 50) >>> 0,
        marker: frames === 0,
        payload: encode(says(frames)),
        arrivedAt: at,
      };
      frames += 1;
      return packet;
    },
    /** What has come to this phone, as it sounds there. */
    heard: (): Float32Array => {
      const decoder = decoderFor(codec);
      const up = codec.clockRate === 8000 ? upBy(6) : (sound: Float32Array) => sound;
      const pieces = sent.filter(({ payloadType }) => payloadType === codec.payloadType).map(({ payload }) => up(decoder.decode(payload)!));
      const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
      pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
      return whole;
    },
  };
};

export type FarPhone = ReturnType<typeof farPhone>;
