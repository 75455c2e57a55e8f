import { header, headers, NO_BODY, sequenceOf, type Headers, type SipRequest, type SipResponse } from './message.ts';
import { readNameAddress, readUri, tagOf } from './uri.ts';
import type { Address } from './wire.ts';

/** What both sides remember of each other (RFC 3261, 12). */
export type Dialog = {
  readonly callId: string;
  readonly local: string;
  readonly remote: string;
  readonly routes: readonly string[];
  target: string;
  localSequence: number;
  remoteSequence: number;
  /** Where we last heard the far side from. */
  back: Address;
};

export const dialogOfInvite = (request: SipRequest, tag: string, back: Address): Dialog => ({
  callId: header(request, 'call-id')!,
  local: `${header(request, 'to')!};tag=${tag}`,
  remote: header(request, 'from')!,
  routes: headers(request, 'record-route'),
  target: contactIn(request) ?? request.uri,
  localSequence: 0,
  remoteSequence: sequenceOf(request).number,
  back,
});

export const dialogOfAnswer = (request: SipRequest, response: SipResponse, back: Address): Dialog => ({
  callId: header(request, 'call-id')!,
  local: header(request, 'from')!,
  remote: header(response, 'to')!,
  routes: headers(response, 'record-route').toReversed(),
  target: contactIn(response) ?? request.uri,
  localSequence: sequenceOf(request).number,
  remoteSequence: -1,
  back,
});

export const contactIn = (message: { headers: Headers }): string | undefined => {
  const uri = readNameAddress(header(message, 'contact') ?? '')?.uri;
  return uri !== undefined && readUri(uri) ? uri : undefined;
};

/** Call-ID and both tags: who knows them takes part. */
export const isWithin = (dialog: Dialog, request: SipRequest): boolean =>
  header(request, 'call-id') === dialog.callId &&
  tagOf(header(request, 'to')) === tagOf(dialog.local) &&
  tagOf(header(request, 'from')) === tagOf(dialog.remote);

/** The next request of this dialog. An ACK repeats the number of what it acknowledges. */
export const within = (dialog: Dialog, method: string, more: Headers = [], body: Uint8Array = NO_BODY, sequence?: number): SipRequest => {
  if (sequence === undefined) dialog.localSequence += 1;
  const first = readNameAddress(dialog.routes[0] ?? '')?.uri;
  // A station of the old kind (no `lr`) wants to be the request's own target (RFC 3261, 12.2.1.1).
  const strict = first !== undefined && !readUri(first)?.params.has('lr');
  const routes = strict ? [...dialog.routes.slice(1), `<${dialog.target}>`] : dialog.routes;
  return {
    kind: 'request',
    method,
    uri: strict ? first : dialog.target,
    headers: [
      ...routes.map((value) => ['route', value] as const),
      ['max-forwards', '70'],
      ['from', dialog.local],
      ['to', dialog.remote],
      ['call-id', dialog.callId],
      ['cseq', `${sequence ?? dialog.localSequence} ${method}`],
      ...more,
    ],
    body,
  };
};

export const nextStation = (dialog: Dialog): string => readNameAddress(dialog.routes[0] ?? '')?.uri ?? dialog.target;
