import type { Challenge, Credentials } from './digest.ts';
import type { PhoneCodec } from './offer-answer.ts';
import type { TlsWords } from './stream-wire.ts';

/** One line to the phone network. What is not allowed here is refused. */
export type TrunkConfig = {
  name: string;
  /** The carrier's proxy, or the office's PBX; `domain` where its name in addresses is another. */
  server: { host: string; port?: number; domain?: string };
  transport: 'udp' | 'tcp' | 'tls';
  tls?: Omit<TlsWords, 'serverName'> & { serverName?: string };
  /** Where we listen; `told` is what peers are given instead (NAT, container). Port 0 takes a free one. */
  local: { address: string; port: number; told?: string };
  /** Our answer when the server asks who we are. */
  credentials?: Credentials;
  /** Tells the server where we are, again and again; without it the server knows us by our address. */
  register?: { expiresSeconds: number };
  /** What a caller must know, for a PBX that proves itself; without it the source address alone counts. */
  challenge?: Challenge;
  /** Addresses or networks (`203.0.113.0/24`) besides the server's own. Everybody else is dropped unheard. */
  allowedSources: readonly string[];
  codecs: readonly PhoneCodec[];
  /** Shown to who is called, unless the call names another. */
  callerId: string;
  /** Country codes that may be called, as `+49`; none means that nobody may be. */
  allowedCountries: readonly string[];
  most: { calls: number; callsWithOneNumber: number; callsPerMinute: number };
  ringSeconds: number;
  /** RFC 4028; a peer that died is noticed after this long at the latest. */
  sessionSeconds: number;
  keepAliveSeconds: number;
};

export const CAREFUL: Pick<
  TrunkConfig,
  'allowedSources' | 'codecs' | 'allowedCountries' | 'most' | 'ringSeconds' | 'sessionSeconds' | 'keepAliveSeconds'
> = {
  allowedSources: [],
  codecs: ['pcmu', 'pcma'],
  allowedCountries: [],
  most: { calls: 10, callsWithOneNumber: 2, callsPerMinute: 30 },
  ringSeconds: 60,
  sessionSeconds: 1800,
  keepAliveSeconds: 30,
};
