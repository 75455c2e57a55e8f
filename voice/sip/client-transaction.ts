import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import { header, headers, NO_BODY, sequenceOf, type SipRequest, type SipResponse } from './message.ts';
import { LONGEST, T1, T2, T4 } from './timers.ts';
import { writeVia } from './via.ts';
import { writeMessage } from './write-message.ts';
import type { Address, Wire } from './wire.ts';

export type Asking = {
  /** Every provisional answer, and the final one; of an INVITE each 2xx, also the late copies. */
  answered: (response: SipResponse) => void;
  /** Nothing came, or the way is broken. */
  failed: () => void;
};

export type ClientTransaction = {
  /** The request as it went out, with its Via. */
  readonly request: SipRequest;
  readonly to: Address;
  take: (response: SipResponse) => void;
  /** It was taken back: a far side that forgets to say its last word is not waited for much longer. */
  giveUp: () => void;
  end: () => void;
};

export const newBranch = (): string => `z9hG4bK${randomBytes(12).toString('hex')}`;

/** Of a CANCEL the branch is that of the INVITE it takes back. */
export const withVia = (request: SipRequest, wire: Wire, branch: string): SipRequest => {
  const params = new Map<string, string | undefined>([['branch', branch], ['rport', undefined]]);
  const { address, port } = wire.local;
  const via = writeVia({ transport: wire.transport, host: address.includes(':') ? `[${address}]` : address, port, params });
  return { ...request, headers: [['via', via], ...request.headers] };
};

/** RFC 3261, 17.1, with the accepted state of RFC 6026. `gone` is told when nothing more can come. */
export const askOnce = (
  wire: Wire,
  clock: Clock,
  request: SipRequest,
  to: Address,
  asking: Asking,
  gone: () => void,
): ClientTransaction => {
  const invites = request.method === 'INVITE';
  const bytes = writeMessage(request);
  let state: 'calling' | 'proceeding' | 'accepted' | 'completed' | 'ended' = 'calling';
  let acknowledgement: Buffer | undefined;
  let stopRepeating = () => {};
  let stopWaiting = () => {};

  const end = () => {
    if (state === 'ended') return;
    state = 'ended';
    stopRepeating();
    stopWaiting();
    gone();
  };
  const fail = () => {
    if (state !== 'calling' && state !== 'proceeding') return;
    end();
    asking.failed();
  };
  const send = (message: Buffer) => wire.send(message, to, fail);
  const repeat = (wait: number) => {
    stopRepeating = clock.after(wait, () => {
      send(bytes);
      repeat(invites ? wait * 2 : Math.min(wait * 2, T2));
    });
  };
  const lingerFor = (milliseconds: number) => {
    stopRepeating();
    stopWaiting();
    stopWaiting = clock.after(milliseconds, end);
  };
  const acknowledge = (response: SipResponse) => {
    acknowledgement ??= writeMessage(ackOfRefusal(request, response));
    wire.send(acknowledgement, to, () => {});
  };

  const take = (response: SipResponse) => {
    if (state === 'ended') return;
    if (state === 'completed') {
      if (invites && response.status >= 300) acknowledge(response);
      return;
    }
    if (state === 'accepted') {
      if (response.status >= 200 && response.status < 300) asking.answered(response);
      return;
    }
    if (response.status < 200) {
      state = 'proceeding';
      // A ringing phone may take long; only who asks decides how long.
      if (invites) {
        stopRepeating();
        stopWaiting();
      }
      return asking.answered(response);
    }
    state = invites && response.status < 300 ? 'accepted' : 'completed';
    if (invites && response.status >= 300) acknowledge(response);
    lingerFor(invites ? LONGEST : wire.reliable ? 0 : T4);
    asking.answered(response);
  };

  stopWaiting = clock.after(LONGEST, fail);
  if (!wire.reliable) repeat(T1);
  send(bytes);
  const giveUp = () => {
    if (state !== 'calling' && state !== 'proceeding') return;
    stopWaiting();
    stopWaiting = clock.after(LONGEST, end);
  };
  return { request, to, take, giveUp, end };
};

const ackOfRefusal = (request: SipRequest, response: SipResponse): SipRequest => ({
  kind: 'request',
  method: 'ACK',
  uri: request.uri,
  headers: [
    ['via', headers(request, 'via')[0]!],
    ...headers(request, 'route').map((value) => ['route', value] as const),
    ['max-forwards', '70'],
    ['from', header(request, 'from')!],
    ['to', header(response, 'to')!],
    ['call-id', header(request, 'call-id')!],
    ['cseq', `${sequenceOf(request).number} ACK`],
  ],
  body: NO_BODY,
});
