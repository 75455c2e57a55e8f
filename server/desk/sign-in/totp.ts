import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const stepAt = (seconds: number): number => Math.floor(seconds / STEP_SECONDS);

/** The six digits of one step of time, RFC 6238 over RFC 4226. */
export const codeAt = (secret: Buffer, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
};

/** The step that a code belongs to: the present one or a neighbour, because the clocks of telephones differ. */
export const stepOf = (secret: Buffer, code: string, seconds: number): number | undefined => {
  if (!/^\d{6}$/.test(code)) return undefined;
  const now = stepAt(seconds);
  return [now, now - 1, now + 1].find((step) => timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code)));
};

/** RFC 4648, without padding: what people type where no camera is. */
export const base32 = (bytes: Buffer): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[parseInt(five.padEnd(5, '0'), 2)]).join('');
};

/** What the picture says to the app that makes the codes. */
export const totpAddress = (secret: Buffer, email: string): string =>
  `otpauth://totp/Firstline:${encodeURIComponent(email)}?secret=${base32(secret)}&issuer=Firstline&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`;
