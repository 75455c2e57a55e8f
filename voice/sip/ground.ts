import { randomBytes } from 'node:crypto';
import { answerChallenge, isStale } from './digest.ts';
import type { Asking, ClientTransaction } from './client-transaction.ts';
import type { Clock } from './clock.ts';
import { header, headers, NO_BODY, type Headers, type SipRequest, type SipResponse } from './message.ts';
import type { PortRange } from './port-range.ts';
import type { Transactions } from './transactions.ts';
import type { TrunkConfig } from './trunk-config.ts';
import { readUri, tagOf } from './uri.ts';
import { written, type Address, type Wire } from './wire.ts';

/** What every call of one trunk stands on. */
export type Ground = {
  config: TrunkConfig;
  clock: Clock;
  wire: Wire;
  transactions: Transactions;
  ports: PortRange;
  /** The carrier's address, as its name was last looked up. */
  server: () => Address;
  admits: (address: string) => boolean;
};

export const ALLOW = 'INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, INFO';
export const newTag = (): string => randomBytes(8).toString('hex');
export const newCallId = (): string => randomBytes(16).toString('hex');

export const domainOf = ({ server }: TrunkConfig): string => server.domain ?? server.host;

/** Where peers reach us for what follows in a call. */
export const contactOf = ({ config, wire }: Ground): string => {
  const user = config.credentials?.user ?? config.callerId;
  return `<sip:${encodeURIComponent(user).replace(/%2B/gi, '+')}@${written(wire.local)};transport=${wire.transport.toLowerCase()}>`;
};

/**
 * The next station for an address, when it is one that may speak to us; else `back`, where we last heard it from.
 * A peer can so never make us send to somebody else, and one behind NAT is still reached.
 */
export const stationOf = (ground: Ground, uri: string, back: Address): Address => {
  const { host = '', port } = readUri(uri) ?? {};
  const address = host.replace(/^\[|\]$/g, '');
  if (ground.wire.reliable || !ground.admits(address)) return back;
  return { address, port: port ?? 5060 };
};

export const answerOf = (request: SipRequest, status: number, reason: string, tag?: string, more: Headers = [], body: Uint8Array = NO_BODY): SipResponse => ({
  kind: 'response',
  status,
  reason,
  headers: [
    ...headers(request, 'via').map((value) => ['via', value] as const),
    ...(status < 300 ? headers(request, 'record-route').map((value) => ['record-route', value] as const) : []),
    ['from', header(request, 'from')!],
    ['to', tag === undefined || tagOf(header(request, 'to')) !== undefined ? header(request, 'to')! : `${header(request, 'to')!};tag=${tag}`],
    ['call-id', header(request, 'call-id')!],
    ['cseq', header(request, 'cseq')!],
    ...more,
  ],
  body,
});

/** Asks, and once more with the secret when the server wants to know who we are. Each try has a sequence number of its own. */
export const askWithSecret = (
  ground: Ground,
  build: (more: Headers) => SipRequest,
  to: Address,
  asking: Asking,
): { current: () => ClientTransaction } => {
  let tries = 0;
  const ask = (more: Headers): ClientTransaction => {
    tries += 1;
    const request = build(more);
    return ground.transactions.ask(request, to, {
      failed: asking.failed,
      answered: (response) => {
        const again = mayAnswer(ground, request, response, tries);
        if (again) current = ask(again);
        else asking.answered(response);
      },
    });
  };
  let current = ask([]);
  return { current: () => current };
};

const mayAnswer = ({ config }: Ground, request: SipRequest, response: SipResponse, tries: number): Headers | undefined => {
  if ((response.status !== 401 && response.status !== 407) || !config.credentials || tries > 2) return undefined;
  const [asked, answering] =
    response.status === 401 ? ['www-authenticate', 'authorization'] : ['proxy-authenticate', 'proxy-authorization'];
  const challenges = headers(response, asked!);
  if (tries === 2 && !isStale(challenges)) return undefined;
  const answer = answerChallenge(challenges, config.credentials, { method: request.method, uri: request.uri });
  return answer === undefined ? undefined : [[answering!, answer]];
};
