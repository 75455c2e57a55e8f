import { answerOf, askWithSecret, contactOf, stationOf, type Ground } from './ground.ts';
import { contactIn, nextStation, within, type Dialog } from './dialog.ts';
import type { PhoneEnd } from './end-cause.ts';
import { header, sequenceOf, type Headers, type SipRequest, type SipResponse } from './message.ts';
import { agreedBy, answerTo, writeOffer, type Agreed, type OurSide } from './offer-answer.ts';
import type { CallEvent } from './phone-call.ts';
import type { PhoneMedia } from './phone-media.ts';
import { asText } from './read-message.ts';
import { readSdp, type Sdp } from './sdp.ts';
import type { ServerTransaction } from './server-transaction.ts';
import { askForSession, openSessionTimer, SHORTEST_SESSION, termsForAsked, termsOfAnswer, type SessionTerms } from './session-timer.ts';

/** One call's own state, shared by both ways of beginning. */
export type Talk = {
  ground: Ground;
  media: PhoneMedia;
  ours: OurSide;
  tag: string;
  tell: (event: CallEvent) => void;
  /** Tells the end once and lets go of everything. */
  end: (cause: PhoneEnd) => void;
};

export type Session = {
  readonly dialog: Dialog;
  take: (transaction: ServerTransaction) => void;
  hold: (on: boolean) => Promise<boolean>;
  /** Says goodbye; the end is told by who asks. */
  bye: () => void;
  settle: (agreed: Agreed) => void;
  isSettled: () => boolean;
  /** The far side has heard our answer to its INVITE. */
  acknowledged: () => void;
  stop: () => void;
};

const GLARE_MS = 2100;

export const sdpIn = (message: { headers: Headers; body: Uint8Array }): Sdp | undefined => {
  const isSdp = /^application\/sdp\s*(;|$)/i.test(header(message, 'content-type') ?? '');
  return isSdp && message.body.length > 0 ? readSdp(asText(message.body) ?? '') : undefined;
};
export const SDP: Headers = [['content-type', 'application/sdp']];

/** A call after its answer: hold and resume, signs of life, keys as messages, goodbye. */
export const openSession = (talk: Talk, dialog: Dialog, first: Agreed | undefined, terms: SessionTerms): Session => {
  const { ground, media, ours, tell } = talk;
  let agreed = first;
  let farHolds = false;
  let asking = false;
  let held = Promise.resolve(true);
  let over = false;
  let unheard: ServerTransaction | undefined;

  const stop = () => {
    over = true;
    timer.stop();
  };
  const end = (cause: PhoneEnd) => {
    stop();
    talk.end(cause);
  };
  const ask = (method: string, more: Headers, body: Uint8Array | undefined, done: (response?: SipResponse) => void) => {
    const to = stationOf(ground, nextStation(dialog), dialog.back);
    askWithSecret(ground, (secret) => within(dialog, method, [...more, ...secret], body), to, {
      answered: (response) => {
        if (method === 'INVITE' && response.status >= 200 && response.status < 300) acknowledge(response);
        if (response.status >= 200) done(response);
      },
      failed: () => done(),
    });
  };
  const acknowledge = (response: SipResponse) => {
    dialog.target = contactIn(response) ?? dialog.target;
    const request = within(dialog, 'ACK', [], undefined, sequenceOf(response).number);
    ground.transactions.tell(request, stationOf(ground, nextStation(dialog), dialog.back));
  };
  const bye = () => {
    stop();
    ask('BYE', [], undefined, () => {});
  };

  const settle = (settled: Agreed) => {
    agreed = settled;
    media.agree(settled);
  };

  /** Offers what holds now, or a new direction. True when the far side took it. */
  const offerAgain = (): Promise<boolean> =>
    new Promise((done) => {
      if (over) return done(false);
      asking = true;
      ours.session.version += 1;
      const body = Buffer.from(writeOffer(ours, agreed?.codec));
      ask('INVITE', [['contact', contactOf(ground)], ...SDP, ...askForSession(terms.seconds ?? ground.config.sessionSeconds)], body, (response) => {
        asking = false;
        if (over) return done(false);
        if (response?.status === 491) return void ground.clock.after(GLARE_MS, () => void offerAgain().then(done));
        if (!response || response.status === 481 || response.status === 408) {
          bye();
          talk.end('failed');
          return done(false);
        }
        const sdp = response.status < 300 ? sdpIn(response) : undefined;
        const settled = sdp && agreedBy(sdp, ours);
        if (settled) settle(settled);
        if (response.status < 300) timer.start(termsOfAnswer(response));
        done(settled !== undefined);
      });
    });

  const timer = openSessionTimer(
    ground.clock,
    () => void offerAgain(),
    () => {
      bye();
      talk.end('failed');
    },
  );
  timer.start(terms);

  const takeOffer = (transaction: ServerTransaction) => {
    const { request } = transaction;
    if (request.method === 'INVITE') unheard = transaction;
    const answer = (status: number, reason: string, more: Headers = [], body?: Uint8Array) =>
      transaction.answer(answerOf(request, status, reason, talk.tag, more, body), () => over || (bye(), talk.end('failed')));
    if (asking) return answer(491, 'Request Pending');
    const known = termsForAsked(request, ground.config.sessionSeconds);
    if ('tooShort' in known) return answer(422, 'Session Interval Too Small', [['min-se', String(SHORTEST_SESSION)]]);
    const sdp = sdpIn(request);
    if (!sdp && request.body.length > 0) return answer(488, 'Not Acceptable Here');
    dialog.target = contactIn(request) ?? dialog.target;
    ours.session.version += 1;
    if (!sdp) {
      timer.start(known.terms);
      // An INVITE without an offer wants ours (RFC 3264); an UPDATE without one is only a sign of life.
      const offers = request.method === 'INVITE';
      return answer(200, 'OK', [['contact', contactOf(ground)], ...known.say, ...(offers ? SDP : [])],
        offers ? Buffer.from(writeOffer(ours, agreed?.codec)) : undefined);
    }
    const settled = answerTo(sdp, ours);
    if (!settled) return answer(488, 'Not Acceptable Here');
    answer(200, 'OK', [['contact', contactOf(ground)], ...known.say, ...SDP], Buffer.from(settled.text));
    timer.start(known.terms);
    settle(settled.agreed);
    const holdsNow = settled.agreed.direction !== ours.direction;
    if (holdsNow !== farHolds) tell({ type: 'far-hold', on: holdsNow });
    farHolds = holdsNow;
  };

  return {
    dialog,
    settle,
    isSettled: () => agreed !== undefined,
    acknowledged: () => unheard?.acknowledged(),
    stop,
    bye,
    hold: (on) => {
      held = held.then(async () => {
        const before = ours.direction;
        ours.direction = on ? 'sendonly' : 'sendrecv';
        const took = before === ours.direction || (await offerAgain());
        if (!took) ours.direction = before;
        return took;
      });
      return held;
    },
    take: (transaction) => {
      const { request, from } = transaction;
      const { number } = sequenceOf(request);
      const answer = (status: number, reason: string, more: Headers = []) =>
        transaction.answer(answerOf(request, status, reason, talk.tag, more));
      if (number <= dialog.remoteSequence) return answer(500, 'Out Of Order');
      dialog.remoteSequence = number;
      dialog.back = from;
      switch (request.method) {
        case 'BYE':
          answer(200, 'OK');
          return end('normal');
        case 'INVITE':
        case 'UPDATE':
          return takeOffer(transaction);
        case 'INFO':
          answer(200, 'OK');
          for (const digit of digitsIn(request)) tell({ type: 'digit', digit });
          return;
        case 'OPTIONS':
          return answer(200, 'OK');
        default:
          return answer(405, 'Method Not Allowed');
      }
    },
  };
};

/** Keys as some PBXs send them: `Signal=5`, or the key alone. */
const digitsIn = (request: SipRequest): string[] => {
  const kind = (header(request, 'content-type') ?? '').toLowerCase();
  if (!/^application\/dtmf(-relay)?\s*(;|$)/.test(kind)) return [];
  const found = /^(?:\s*Signal\s*=)?\s*([0-9*#A-D])\s*(?:\r?\n|$)/im.exec(asText(request.body) ?? '');
  return found ? [found[1]!.toUpperCase()] : [];
};
