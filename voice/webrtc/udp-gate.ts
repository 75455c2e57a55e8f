import { createHmac, timingSafeEqual } from 'node:crypto';

const MOST_SOURCES = 32;
const MOST_REQUESTS_A_SECOND = 100;
const STUN_COOKIE = 0x2112a442;
const MESSAGE_INTEGRITY = 0x0008;
const USERNAME = 0x0006;

/**
 * Stands before the engine's UDP port and lets in: STUN requests that are signed with our ICE password, answers to our
 * own, and DTLS and media from addresses that have so signed before. The engine itself answers any STUN request and
 * notes its sender, which would let a stranger fill its memory and send it asking strangers.
 */
export const udpGate = (passwords: () => { ufrag: string; password: string }[]) => {
  const sources = new Set<string>();
  let second = 0;
  let requests = 0;

  return (packet: Buffer, source: string, now: number): boolean => {
    const first = packet[0];
    if (first === undefined || packet.length > 2048) return false;
    if (first > 3) return sources.has(source);
    if (packet.length < 20 || packet.readUInt32BE(4) !== STUN_COOKIE) return false;
    if ((packet.readUInt16BE(0) & 0x0110) !== 0) return true;
    const at = Math.floor(now / 1000);
    if (at !== second) [second, requests] = [at, 0];
    requests += 1;
    if (requests > MOST_REQUESTS_A_SECOND || !isSigned(packet, passwords())) return false;
    if (!sources.has(source) && sources.size >= MOST_SOURCES) return false;
    sources.add(source);
    return true;
  };
};

/** RFC 8489, 14.5: the HMAC covers all before its attribute, with the length as if it were the last one. */
const isSigned = (packet: Buffer, passwords: { ufrag: string; password: string }[]): boolean => {
  const attributes = attributesOf(packet);
  const username = attributes.find(({ type }) => type === USERNAME)?.value.toString('utf8');
  const signature = attributes.find(({ type }) => type === MESSAGE_INTEGRITY);
  const known = passwords.find(({ ufrag }) => username?.split(':')[0] === ufrag);
  if (!known || signature?.value.length !== 20) return false;
  const covered = Buffer.from(packet.subarray(0, signature.at));
  covered.writeUInt16BE(signature.at - 20 + 24, 2);
  return timingSafeEqual(createHmac('sha1', known.password).update(covered).digest(), signature.value);
};

const attributesOf = (packet: Buffer): { type: number; at: number; value: Buffer }[] => {
  const found: { type: number; at: number; value: Buffer }[] = [];
  for (let at = 20; at + 4 <= packet.length; ) {
    const length = packet.readUInt16BE(at + 2);
    if (at + 4 + length > packet.length) return found;
    found.push({ type: packet.readUInt16BE(at), at, value: packet.subarray(at + 4, at + 4 + length) });
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return found;
};
