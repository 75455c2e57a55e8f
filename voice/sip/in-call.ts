import { openCallEvents } from './call-events.ts';
import { callerOf } from './caller.ts';
import { dialogOfInvite, isWithin } from './dialog.ts';
import { STATUS_OF } from './end-cause.ts';
import { ALLOW, answerOf, contactOf, newTag, type Ground } from './ground.ts';
import type { Headers, SipRequest } from './message.ts';
import { agreedBy, answerTo, writeOffer, type OurSide } from './offer-answer.ts';
import type { InCall } from './phone-call.ts';
import type { PhoneMedia } from './phone-media.ts';
import type { ServerTransaction } from './server-transaction.ts';
import { openSession, SDP, sdpIn, type Session } from './session.ts';
import type { SessionTerms } from './session-timer.ts';
import { userOf } from './uri.ts';

/** What a call hears of the trunk's traffic. */
export type CallEar = {
  isMine: (request: SipRequest) => boolean;
  take: (transaction: ServerTransaction) => void;
  acknowledged: (request: SipRequest) => void;
  /** The INVITE was taken back. */
  canceled: () => void;
};

/** Nobody lets a caller ring longer than this. */
const LONGEST_RING_MS = 180_000;

/** A call from the phone network, from its INVITE to its end. Undefined: it speaks no voice that we speak. */
export const openInCall = (
  ground: Ground,
  invite: ServerTransaction,
  media: PhoneMedia,
  ours: OurSide,
  known: { terms: SessionTerms; say: Headers },
  letGo: () => void,
): { call: InCall; ear: CallEar } | undefined => {
  const { request, from } = invite;
  const tag = newTag();
  const offer = sdpIn(request);
  const settled = offer && answerTo(offer, ours);
  if (offer && !settled) return undefined;
  const dialog = dialogOfInvite(request, tag, from);
  const caller = callerOf(request);
  let session: Session | undefined;

  const events = openCallEvents(() => {
    stopRinging();
    session?.stop();
    media.close();
    letGo();
  });
  const say = (status: number, reason: string, more: Headers = [], body?: Uint8Array) =>
    invite.answer(answerOf(request, status, reason, tag, more, body), () => hangup('failed'));
  const hangup = (cause: 'normal' | 'failed' | 'media-lost') => {
    if (events.ended()) return;
    if (session) session.bye();
    else say(...STATUS_OF.rejected);
    events.end(cause);
  };
  const stopRinging = ground.clock.after(LONGEST_RING_MS, () => call.reject('no-answer'));
  media.lost(() => hangup('media-lost'));
  // The codec is known before the answer; sound flows with it.
  if (settled) media.agree({ ...settled.agreed, direction: 'inactive' });

  const call: InCall = {
    id: dialog.callId,
    from: caller.number,
    ...(caller.name ? { fromName: caller.name } : {}),
    to: userOf(request.uri),
    transport: media.transport,
    on: events.on,
    ring: () => void (session || events.ended() || say(180, 'Ringing', [['contact', contactOf(ground)]])),
    answer: () => {
      if (session || events.ended()) return;
      stopRinging();
      session = openSession({ ground, media, ours, tag, tell: events.tell, end: events.end }, dialog, settled?.agreed, known.terms);
      const text = settled ? settled.text : writeOffer(ours);
      say(200, 'OK', [['contact', contactOf(ground)], ['allow', ALLOW], ...known.say, ...SDP], Buffer.from(text));
      if (settled) session.settle(settled.agreed);
      events.tell({ type: 'answered' });
    },
    reject: (cause) => {
      if (session || events.ended()) return;
      const [status, reason] = STATUS_OF[cause];
      say(status, reason);
      events.end(cause);
    },
    hangup: () => hangup('normal'),
    hold: (on) => session?.hold(on) ?? Promise.resolve(false),
    sendDigits: (pressed) => session !== undefined && media.sendDigits(pressed),
  };

  const canceled = () => {
    if (session || events.ended()) return;
    say(487, 'Request Terminated');
    events.end('canceled');
  };

  return {
    call,
    ear: {
      isMine: (asked) => isWithin(dialog, asked),
      canceled,
      take: (transaction) => {
        if (session) return session.take(transaction);
        const ends = transaction.request.method === 'BYE';
        transaction.answer(answerOf(transaction.request, ends ? 200 : 500, ends ? 'OK' : 'Not Yet', tag));
        if (ends) canceled();
      },
      acknowledged: (ack) => {
        invite.acknowledged();
        session?.acknowledged();
        if (settled || !session || session.isSettled()) return;
        // We made the offer, so its answer comes with the ACK.
        const answer = sdpIn(ack);
        const agreed = answer && agreedBy(answer, ours);
        if (agreed) session.settle(agreed);
        else hangup('failed');
      },
    },
  };
};
