import { askOnce, newBranch, withVia, type Asking, type ClientTransaction } from './client-transaction.ts';
import type { Clock } from './clock.ts';
import { headers, sequenceOf, type SipMessage, type SipRequest } from './message.ts';
import { answerOnce, type ServerTransaction } from './server-transaction.ts';
import { readVia, writeVia } from './via.ts';
import { writeMessage } from './write-message.ts';
import type { Address, Wire } from './wire.ts';

/** Above this many open exchanges a request is not even looked at. */
const MOST_OPEN = 4000;

export type Ears = {
  asked: (transaction: ServerTransaction) => void;
  /** An ACK wants no answer; only the call knows whether it meant a 2xx. */
  acknowledged: (request: SipRequest) => void;
  /** Dropped for a reason that somebody may want to count. */
  dropped: (why: string) => void;
};

export type Transactions = {
  ask: (request: SipRequest, to: Address, asking: Asking) => ClientTransaction;
  /** Takes an INVITE back (RFC 3261, 9.1): same Via, same branch. */
  askAgain: (request: SipRequest, of: ClientTransaction, asking: Asking) => void;
  /** An ACK of a 2xx is sent once and never answered. */
  tell: (request: SipRequest, to: Address) => () => void;
  take: (message: SipMessage, from: Address) => void;
  /** The INVITE that this CANCEL means. */
  invitedBy: (cancel: SipRequest) => ServerTransaction | undefined;
  open: () => number;
  close: () => void;
};

export const openTransactions = (wire: Wire, clock: Clock, ears: Ears): Transactions => {
  const asked = new Map<string, ClientTransaction>();
  const answering = new Map<string, ServerTransaction>();

  const ask = (request: SipRequest, branch: string, to: Address, asking: Asking) => {
    const name = `${branch} ${request.method}`;
    const transaction = askOnce(wire, clock, request, to, asking, () => asked.delete(name));
    asked.set(name, transaction);
    return transaction;
  };

  const takeRequest = (request: SipRequest, from: Address) => {
    const name = nameOf(request, request.method === 'ACK' ? 'INVITE' : request.method);
    if (!name) return ears.dropped('no-branch');
    const known = answering.get(name);
    if (request.method === 'ACK') {
      known?.acknowledged();
      return ears.acknowledged(request);
    }
    if (known) return known.repeated();
    if (answering.size >= MOST_OPEN) return ears.dropped('too-many');
    const transaction = answerOnce(wire, clock, received(request, from), wayBack(wire, request, from), () => answering.delete(name));
    answering.set(name, transaction);
    ears.asked(transaction);
  };

  return {
    ask: (request, to, asking) => {
      const branch = newBranch();
      return ask(withVia(request, wire, branch), branch, to, asking);
    },
    askAgain: (request, { request: first, to }, asking) => {
      const via = headers(first, 'via')[0]!;
      ask({ ...request, headers: [['via', via], ...request.headers] }, readVia(via)!.params.get('branch')!, to, asking);
    },
    tell: (request, to) => {
      const bytes = writeMessage(withVia(request, wire, newBranch()));
      const send = () => wire.send(bytes, to, () => {});
      send();
      return send;
    },
    take: (message, from) => {
      if (message.kind === 'request') return takeRequest(message, from);
      const branch = readVia(headers(message, 'via')[0]!)?.params.get('branch');
      asked.get(`${branch} ${sequenceOf(message).method}`)?.take(message);
    },
    invitedBy: (cancel) => answering.get(nameOf(cancel, 'INVITE') ?? ''),
    open: () => asked.size + answering.size,
    close: () => {
      for (const transaction of [...asked.values(), ...answering.values()]) transaction.end();
    },
  };
};

/** RFC 3261, 17.2.3; older peers, whose branch says nothing, are not spoken to. */
const nameOf = (request: SipRequest, method: string): string | undefined => {
  const via = readVia(headers(request, 'via')[0]!)!;
  const branch = via.params.get('branch');
  return branch?.startsWith('z9hG4bK') && branch.length > 7 ? `${branch} ${via.host}:${via.port ?? ''} ${method}` : undefined;
};

/** Without rport a datagram's answer goes to the port that its sender wrote down (RFC 3261, 18.2.2). */
const wayBack = (wire: Wire, request: SipRequest, from: Address): Address => {
  const via = readVia(headers(request, 'via')[0]!)!;
  return wire.reliable || via.params.has('rport') ? from : { address: from.address, port: via.port ?? 5060 };
};

/** Where a request really came from stands in its Via (RFC 3261, 18.2.1; RFC 3581). */
const received = (request: SipRequest, from: Address): SipRequest => {
  const via = readVia(headers(request, 'via')[0]!)!;
  const params = new Map(via.params);
  params.set('received', from.address);
  if (params.has('rport')) params.set('rport', String(from.port));
  let first = true;
  return {
    ...request,
    headers: request.headers.map((line) => {
      if (line[0] !== 'via' || !first) return line;
      first = false;
      return ['via', writeVia({ ...via, params })];
    }),
  };
};
