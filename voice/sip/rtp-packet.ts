import type { PacketIn, PacketOut } from '../media-transport.ts';

const HEAD = 12;

/** RFC 3550, 5.1; undefined for whatever is not a whole packet. */
export const readRtp = (bytes: Buffer, arrivedAt: number): (PacketIn & { source: number }) | undefined => {
  if (bytes.length < HEAD || bytes[0]! >> 6 !== 2) return undefined;
  const contributors = bytes[0]! & 0x0f;
  let start = HEAD + contributors * 4;
  if (bytes[0]! & 0x10) {
    if (bytes.length < start + 4) return undefined;
    start += 4 + bytes.readUInt16BE(start + 2) * 4;
  }
  const padding = bytes[0]! & 0x20 ? bytes[bytes.length - 1]! : 0;
  const end = bytes.length - padding;
  if ((bytes[0]! & 0x20 && padding === 0) || end < start) return undefined;
  return {
    payloadType: bytes[1]! & 0x7f,
    marker: bytes[1]! >> 7 === 1,
    sequence: bytes.readUInt16BE(2),
    timestamp: bytes.readUInt32BE(4),
    source: bytes.readUInt32BE(8),
    payload: new Uint8Array(bytes.subarray(start, end)),
    arrivedAt,
  };
};

export const writeRtp = (packet: PacketOut, sequence: number, source: number): Buffer => {
  const head = Buffer.alloc(HEAD);
  head[0] = 0x80;
  head[1] = (packet.marker ? 0x80 : 0) | (packet.payloadType & 0x7f);
  head.writeUInt16BE(sequence & 0xffff, 2);
  head.writeUInt32BE(packet.timestamp >>> 0, 4);
  head.writeUInt32BE(source >>> 0, 8);
  return Buffer.concat([head, packet.payload]);
};
