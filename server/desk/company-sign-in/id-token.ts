import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { z } from 'zod';

const SKEW_SECONDS = 60;

/** Signatures by a key pair alone: with a shared secret, or none, anybody could be the provider. */
const ALGORITHMS = { RS256: 'RSA', ES256: 'EC' } as const;

const head = z.object({ alg: z.enum(['RS256', 'ES256']), kid: z.string().optional() });
const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
  nonce: z.string(),
  email: z.string(),
  email_verified: z.literal(true),
});

export type Key = JsonWebKey & { kid?: string; use?: string };
export type Expected = { issuer: string; clientId: string; nonce: string; seconds: number };

/** The verified email that a token vouches for, or what is wrong with the token. */
export const emailIn = (token: string, keys: readonly Key[], expected: Expected): { email: string } | { wrong: string } => {
  const [first = '', second = '', third = '', ...more] = token.split('.');
  const header = head.safeParse(json(first));
  if (!header.success || more.length > 0) return { wrong: 'shape' };
  const key = keys.find((one) => one.kid === header.data.kid && one.kty === ALGORITHMS[header.data.alg] && one.use !== 'enc');
  if (!key) return { wrong: 'key' };
  const publicKey = createPublicKey({ key, format: 'jwk' });
  // ES256 signatures are two plain numbers, not the DER that OpenSSL writes; RSA knows no such choice.
  if (!verify('sha256', Buffer.from(`${first}.${second}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(third, 'base64url'))) return { wrong: 'signature' };

  const said = claims.safeParse(json(second));
  if (!said.success) return { wrong: String(said.error.issues[0]?.path[0] ?? 'shape') };
  const { iss, aud, azp, exp, iat, nonce, email } = said.data;
  const audience = [aud].flat();
  if (iss !== expected.issuer) return { wrong: 'iss' };
  if (!audience.includes(expected.clientId) || (audience.length > 1 && azp === undefined)) return { wrong: 'aud' };
  if (azp !== undefined && azp !== expected.clientId) return { wrong: 'azp' };
  if (exp <= expected.seconds - SKEW_SECONDS) return { wrong: 'exp' };
  if (iat > expected.seconds + SKEW_SECONDS) return { wrong: 'iat' };
  return nonce === expected.nonce ? { email } : { wrong: 'nonce' };
};

const json = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
};
