import fc from 'fast-check';
import type { LegCodec, PacketIn } from '@firstline/voice/media-transport.ts';

type Change = (packet: PacketIn, codec: LegCodec) => PacketIn;

const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ minLength: 1200, maxLength: 3000 }));
const odd16 = fc.oneof(fc.nat(65_535), fc.constantFrom(0, 1, 65_535, 32_768));
const odd32 = fc.oneof(fc.nat(0xffff_ffff), fc.constantFrom(0, 1, 0xffff_ffff, 0x8000_0000));

/** A good packet as somebody would send it who means harm, or whose program is broken. */
export const anyPacket: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Change>((packet) => packet) },
  bytes.map((payload): Change => (packet) => ({ ...packet, payload })),
  fc.tuple(fc.nat(200), fc.nat(255)).map(([place, byte]): Change => (packet) => {
    const payload = packet.payload.slice();
    payload[place % payload.length] = byte;
    return { ...packet, payload };
  }),
  odd16.map((sequence): Change => (packet) => ({ ...packet, sequence })),
  odd32.map((timestamp): Change => (packet) => ({ ...packet, timestamp })),
  fc.tuple(odd16, odd32).map(([sequence, timestamp]): Change => (packet) => ({ ...packet, sequence, timestamp })),
  fc.nat(127).map((payloadType): Change => (packet) => ({ ...packet, payloadType })),
  bytes.map((payload): Change => (packet, codec) => ({ ...packet, payload, payloadType: codec.digitsPayloadType ?? 101 })),
  fc.integer({ min: -5000, max: 5000 }).map((ms): Change => (packet) => ({ ...packet, arrivedAt: packet.arrivedAt + ms })),
);
