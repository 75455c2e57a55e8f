import { createHmac, timingSafeEqual } from 'node:crypto';

const MOST_SOURCES = 32;
const MOST_REQUESTS_A_SECOND = 100;
const MOST_REMEMBERED = 256;
const STUN_COOKIE = 0x2112a442;
const MESSAGE_INTEGRITY = 0x0008;
const USERNAME = 0x0006;
/** Change cipher, handshake, and data that the handshake ends with. Alerts are no part of it. */
const HANDSHAKE = [20, 22, 23];
const HELLO_VERIFY = 3;

type Parts = {
  /** Every name and password that we gave out in this connection. */
  passwords: () => { ufrag: string; password: string }[];
  /** The keys are agreed: from now on nobody needs a handshake any more. */
  isUp: () => boolean;
};

/**
 * Stands before the engine's UDP port and lets in: STUN requests that are signed with our ICE password and not copied
 * from another sender; answers to our own; and, from addresses that have so signed, the handshake until it is done, and media.
 * The engine itself answers any STUN request and notes its sender, ends a connection at any DTLS alert or unknown record,
 * signed or not, and begins anew at a stranger's hello. So neither gets there. Where its own hello was slow and went out
 * twice, both are answered, and over the second answer it would fall silent: that one stays outside too.
 */
export const udpGate = ({ passwords, isUp }: Parts) => {
  const sources = new Set<string>();
  const asked = new Map<string, string>();
  let second = 0;
  let requests = 0;
  let cookie: Buffer | undefined;

  const isFresh = (packet: Buffer, source: string): boolean => {
    const id = packet.toString('latin1', 8, 20);
    const before = asked.get(id);
    if (before !== undefined) return before === source;
    asked.set(id, source);
    if (asked.size > MOST_REMEMBERED) asked.delete(asked.keys().next().value!);
    return true;
  };
  const isRequest = (packet: Buffer, source: string, now: number): boolean => {
    // Only what is signed is counted: a stranger must not use up what the browser needs to stay in the call.
    if (!isSigned(packet, passwords()) || !isFresh(packet, source)) return false;
    const at = Math.floor(now / 1000);
    if (at !== second) [second, requests] = [at, 0];
    requests += 1;
    if (requests > MOST_REQUESTS_A_SECOND || (!sources.has(source) && sources.size >= MOST_SOURCES)) return false;
    sources.add(source);
    return true;
  };

  /** The number of the record changes when it comes again; what it says does not. */
  const isNews = (packet: Buffer): boolean => {
    if (packet[0] !== 22 || packet[13] !== HELLO_VERIFY) return true;
    const said = packet.subarray(13);
    if (cookie?.equals(said)) return false;
    cookie = Buffer.from(said);
    return true;
  };

  return (packet: Buffer, source: string, now: number): boolean => {
    const first = packet[0];
    if (first === undefined || packet.length > 2048) return false;
    if (first >= 128 && first < 192) return sources.has(source);
    if (first > 3) return !isUp() && sources.has(source) && isHandshake(packet) && isNews(packet);
    if (packet.length < 20 || packet.readUInt32BE(4) !== STUN_COOKIE) return false;
    return (packet.readUInt16BE(0) & 0x0110) !== 0 || isRequest(packet, source, now);
  };
};

/** Every record of the datagram is one of a handshake, and as long as it says. */
const isHandshake = (packet: Buffer): boolean => {
  let at = 0;
  while (at + 13 <= packet.length) {
    if (!HANDSHAKE.includes(packet[at]!) || packet[at + 1] !== 0xfe) return false;
    at += 13 + packet.readUInt16BE(at + 11);
  }
  return at === packet.length;
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
