import type { CallLimits } from './call-limits.ts';
import { callerOf } from './caller.ts';
import type { Challenger } from './digest.ts';
import { ALLOW, answerOf, newTag, type Ground } from './ground.ts';
import { openInCall, type CallEar } from './in-call.ts';
import { header, words, type Headers, type SipRequest } from './message.ts';
import type { OurSide } from './offer-answer.ts';
import type { InCall, OutCall } from './phone-call.ts';
import type { PhoneMedia } from './phone-media.ts';
import type { ServerTransaction } from './server-transaction.ts';
import { SHORTEST_SESSION, termsForAsked } from './session-timer.ts';
import { SDP, sdpIn } from './session.ts';
import type { TrunkAlert } from './trunk-alert.ts';
import { readUri, tagOf } from './uri.ts';

export type SwitchboardMeans = {
  limits: CallLimits;
  openSide: (signalling: string) => Promise<{ media: PhoneMedia; ours: OurSide } | undefined>;
  isLate: () => boolean;
  isClosed: () => boolean;
  onAlert: (alert: TrunkAlert) => void;
  onCall: (call: InCall) => void;
  challenger?: Challenger;
};

type Known = { call: OutCall; ear: CallEar };
const RETRY: Headers = [['retry-after', '30']];

/** Gives each request to the call it belongs to, and opens the door for new calls, or not. */
export const openSwitchboard = (ground: Ground, means: SwitchboardMeans) => {
  const calls = new Map<string, Known>();
  const arriving = new Map<ServerTransaction, () => void>();

  const answer = (transaction: ServerTransaction, status: number, reason: string, more: Headers = []) =>
    transaction.answer(answerOf(transaction.request, status, reason, newTag(), more));

  const within = (request: SipRequest): Known | undefined => {
    const known = calls.get(header(request, 'call-id')!);
    return known?.ear.isMine(request) ? known : undefined;
  };

  const cancel = (transaction: ServerTransaction) => {
    const invite = ground.transactions.invitedBy(transaction.request);
    if (!invite) return answer(transaction, 481, 'Call Does Not Exist');
    answer(transaction, 200, 'OK');
    arriving.get(invite)?.();
    calls.get(header(invite.request, 'call-id')!)?.ear.canceled();
  };

  /** Whoever must know a secret and does not is asked for it; true when nothing more is to be done. */
  const isChallenged = (transaction: ServerTransaction): boolean => {
    const { challenger } = means;
    const { request, from } = transaction;
    if (!challenger) return false;
    const said = header(request, 'authorization');
    const judged = challenger.judge(said, request.method);
    if (judged === 'right') return false;
    if (judged === 'wrong' && said !== undefined) means.onAlert({ type: 'wrong-secret', from: from.address });
    const lines = challenger.challenges(judged === 'stale').map((value) => ['www-authenticate', value] as const);
    answer(transaction, 401, 'Unauthorized', lines);
    return true;
  };

  const invited = async (transaction: ServerTransaction) => {
    const { request, from } = transaction;
    const caller = callerOf(request).number;
    if (header(request, 'require')) return answer(transaction, 420, 'Bad Extension', [['unsupported', words(request, 'require').join(', ')]]);
    if (means.isLate()) return answer(transaction, 503, 'Service Unavailable', RETRY);
    const against = means.limits.againstTaking(caller);
    if (against) {
      means.onAlert({ type: 'call-refused', reason: against, number: caller });
      return answer(transaction, 503, 'Service Unavailable', RETRY);
    }
    const terms = termsForAsked(request, ground.config.sessionSeconds);
    if ('tooShort' in terms) return answer(transaction, 422, 'Session Interval Too Small', [['min-se', String(SHORTEST_SESSION)]]);
    if (request.body.length > 0 && !sdpIn(request)) return answer(transaction, 488, 'Not Acceptable Here');
    const id = header(request, 'call-id')!;
    if (calls.has(id)) return answer(transaction, 482, 'Loop Detected');

    transaction.answer(answerOf(request, 100, 'Trying'));
    const release = means.limits.begin(caller);
    let takenBack = false;
    arriving.set(transaction, () => {
      takenBack = true;
      answer(transaction, 487, 'Request Terminated');
    });
    const side = await means.openSide(from.address);
    arriving.delete(transaction);
    const opened =
      side && !takenBack && !means.isClosed() && !calls.has(id)
        ? openInCall(ground, transaction, side.media, side.ours, terms, () => {
            release();
            calls.delete(id);
          })
        : undefined;
    if (opened) {
      calls.set(id, opened);
      return means.onCall(opened.call);
    }
    release();
    side?.media.close();
    if (side) answer(transaction, 488, 'Not Acceptable Here');
    else answer(transaction, 503, 'Service Unavailable', RETRY);
  };

  return {
    asked: (transaction: ServerTransaction) => {
      const { request } = transaction;
      if (request.method === 'CANCEL') return cancel(transaction);
      if (header(request, 'max-forwards') === '0' && request.method !== 'OPTIONS') return answer(transaction, 483, 'Too Many Hops');
      if (tagOf(header(request, 'to')) !== undefined) {
        const known = within(request);
        return known ? known.ear.take(transaction) : answer(transaction, 481, 'Call Does Not Exist');
      }
      if (request.method === 'OPTIONS') return answer(transaction, 200, 'OK', [['allow', ALLOW], ['accept', SDP[0]![1]]]);
      if (request.method !== 'INVITE') return answer(transaction, 405, 'Method Not Allowed', [['allow', ALLOW]]);
      if (!readUri(request.uri) && !/^tel:/i.test(request.uri)) return answer(transaction, 416, 'Unsupported URI Scheme');
      if (isChallenged(transaction)) return;
      void invited(transaction);
    },
    acknowledged: (request: SipRequest) => within(request)?.ear.acknowledged(request),
    know: (id: string, known: Known) => void calls.set(id, known),
    forget: (id: string) => void calls.delete(id),
    close: () => {
      for (const { call } of calls.values()) call.hangup();
    },
  };
};
