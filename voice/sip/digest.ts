import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { cutOutside, readParams, type Params } from './params.ts';

/** RFC 7616; MD5 is there because most trunks know nothing else. */
export type Credentials = { user: string; secret: string };
export type Asked = { method: string; uri: string };
/** `ways`: how the secret may be proven, best first; a peer that stumbles over a way it does not know is offered only the other. */
export type Challenge = Credentials & { ways?: readonly ('SHA-256' | 'MD5')[] };
type Algorithm = { hash: 'md5' | 'sha256'; session: boolean };

const ALGORITHMS: Record<string, Algorithm> = {
  md5: { hash: 'md5', session: false },
  'md5-sess': { hash: 'md5', session: true },
  'sha-256': { hash: 'sha256', session: false },
  'sha-256-sess': { hash: 'sha256', session: true },
};

const readDigest = (value: string): Params | undefined => {
  const found = /^Digest\s+(.{1,4096})$/is.exec(value);
  return found ? readParams(cutOutside(found[1]!, ',')) : undefined;
};

/** Answers the strongest of several challenges; undefined when we know none of them. */
export const answerChallenge = (
  challenges: readonly string[],
  { user, secret }: Credentials,
  asked: Asked,
  cnonce = randomBytes(8).toString('hex'),
): string | undefined => {
  const known = challenges
    .map(readDigest)
    .filter((challenge) => challenge !== undefined)
    .filter((challenge) => challenge.has('nonce') && challenge.has('realm') && algorithmOf(challenge) && canAnswer(challenge))
    .sort((one, other) => strength(other) - strength(one));
  const challenge = known[0];
  if (!challenge) return undefined;

  const fields = new Map<string, string | undefined>([
    ['username', user],
    ['realm', challenge.get('realm')],
    ['nonce', challenge.get('nonce')],
    ['uri', asked.uri],
    ...(challenge.has('qop') ? ([['qop', 'auth'], ['nc', '00000001']] as const) : []),
    ['cnonce', cnonce],
    ['algorithm', challenge.get('algorithm')],
    ['opaque', challenge.get('opaque')],
  ]);
  fields.set('response', responseOf(fields, secret, asked.method));
  return `Digest ${[...fields]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (BARE.has(name) ? `${name}=${value}` : `${name}="${value!.replace(/["\\]/g, '\\$&')}"`))
    .join(', ')}`;
};

const BARE = new Set(['qop', 'nc', 'algorithm']);

/** A nonce that has grown old may be answered anew with the same secret; any other second refusal is final. */
export const isStale = (challenges: readonly string[]): boolean =>
  challenges.some((value) => readDigest(value)?.get('stale')?.toLowerCase() === 'true');

const algorithmOf = (challenge: Params): Algorithm | undefined => {
  const name = (challenge.get('algorithm') ?? 'MD5').toLowerCase();
  return Object.hasOwn(ALGORITHMS, name) ? ALGORITHMS[name] : undefined;
};
const canAnswer = (challenge: Params): boolean =>
  !challenge.has('qop') || (challenge.get('qop') ?? '').split(',').some((word) => word.trim().toLowerCase() === 'auth');
const strength = (challenge: Params): number => (algorithmOf(challenge)?.hash === 'sha256' ? 1 : 0);

const responseOf = (fields: Params, secret: string, method: string): string => {
  const { hash, session } = algorithmOf(fields) ?? ALGORITHMS['md5']!;
  const digest = (...parts: (string | undefined)[]) => createHash(hash).update(parts.join(':')).digest('hex');
  const once = digest(fields.get('username'), fields.get('realm'), secret);
  const who = session ? digest(once, fields.get('nonce'), fields.get('cnonce')) : once;
  const what = digest(method, fields.get('uri'));
  return fields.get('qop') === undefined
    ? digest(who, fields.get('nonce'), what)
    : digest(who, fields.get('nonce'), fields.get('nc'), fields.get('cnonce'), fields.get('qop'), what);
};

/** Asks a peer for its secret and judges what it says. Nonces are ours, each good for one minute. */
export const openChallenger = (realm: string, { user, secret, ways = ['SHA-256', 'MD5'] }: Challenge, now: () => number) => {
  const key = randomBytes(16);
  const sign = (made: string) => createHash('sha256').update(key).update(made).digest('hex').slice(0, 32);
  const isOurs = (nonce: string) => {
    const [made = '', signed = ''] = nonce.split('-');
    return same(signed, sign(made)) && now() - Number.parseInt(made, 36) < NONCE_MS;
  };

  return {
    challenges: (stale: boolean): string[] => {
      const made = Math.floor(now()).toString(36);
      return ways.map(
        (algorithm) =>
          `Digest realm="${realm}", nonce="${made}-${sign(made)}", qop="auth", algorithm=${algorithm}${stale ? ', stale=true' : ''}`,
      );
    },
    judge: (value: string | undefined, method: string): 'right' | 'wrong' | 'stale' => {
      const fields = value === undefined ? undefined : readDigest(value);
      const response = fields?.get('response');
      if (!fields || !response || fields.get('username') !== user || fields.get('realm') !== realm) return 'wrong';
      const way = (fields.get('algorithm') ?? 'MD5').toUpperCase();
      if (!ways.some((known) => known === way) || fields.get('qop') !== 'auth') return 'wrong';
      if (!same(response, responseOf(fields, secret, method))) return 'wrong';
      return isOurs(fields.get('nonce') ?? '') ? 'right' : 'stale';
    },
  };
};

export type Challenger = ReturnType<typeof openChallenger>;

const NONCE_MS = 60_000;
const same = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};
