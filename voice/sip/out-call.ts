import { openCallEvents } from './call-events.ts';
import { contactIn, dialogOfAnswer, isWithin, nextStation, within } from './dialog.ts';
import { endOfStatus, type PhoneEnd } from './end-cause.ts';
import { ALLOW, answerOf, askWithSecret, contactOf, domainOf, newCallId, newTag, stationOf, type Ground } from './ground.ts';
import type { CallEar } from './in-call.ts';
import { header, headers, NO_BODY, sequenceOf, type Headers, type SipRequest, type SipResponse } from './message.ts';
import { agreedBy, writeOffer, type OurSide } from './offer-answer.ts';
import type { OutCall } from './phone-call.ts';
import type { PhoneMedia } from './phone-media.ts';
import { openSession, SDP, sdpIn, type Session } from './session.ts';
import { askForSession, readSeconds, termsOfAnswer } from './session-timer.ts';
import { tagOf } from './uri.ts';

/** A call into the phone network, from its INVITE to its end. */
export const openOutCall = (
  ground: Ground,
  { to, from, ringSeconds }: { to: string; from: string; ringSeconds: number },
  media: PhoneMedia,
  ours: OurSide,
  letGo: () => void,
): { call: OutCall; ear: CallEar } => {
  const { config, clock, transactions } = ground;
  const callId = newCallId();
  const tag = newTag();
  const domain = domainOf(config);
  const server = ground.server();
  let sequence = 0;
  let sessionSeconds = config.sessionSeconds;
  let session: Session | undefined;
  let answeredBy: string | undefined;
  let heardBack = false;
  let wantsBack = false;

  const events = openCallEvents(() => {
    stopRinging();
    session?.stop();
    media.close();
    letGo();
  });

  const request = (method: string, more: Headers, body: Uint8Array, number: number): SipRequest => ({
    kind: 'request',
    method,
    uri: `sip:${to}@${domain}`,
    headers: [
      ['max-forwards', '70'],
      ['from', `<sip:${from}@${domain}>;tag=${tag}`],
      ['to', `<sip:${to}@${domain}>`],
      ['call-id', callId],
      ['cseq', `${number} ${method}`],
      ...more,
    ],
    body,
  });
  const invite = () =>
    askWithSecret(
      ground,
      (secret) => {
        sequence += 1;
        const more: Headers = [['contact', contactOf(ground)], ['allow', ALLOW], ...SDP, ...askForSession(sessionSeconds), ...secret];
        return request('INVITE', more, Buffer.from(writeOffer(ours)), sequence);
      },
      server,
      { answered, failed: () => events.end('unreachable') },
    );

  const answered = (response: SipResponse) => {
    if (response.status < 200) return provisional(response);
    if (response.status < 300) return accepted(response);
    const least = readSeconds(header(response, 'min-se'));
    if (response.status === 422 && least !== undefined && least > sessionSeconds && !events.ended()) {
      sessionSeconds = least;
      asked = invite();
      return;
    }
    events.end(endOfStatus(response.status, header(response, 'reason')));
  };

  const provisional = (response: SipResponse) => {
    heardBack = true;
    if (wantsBack) return takeBack();
    if (response.status === 100 || events.ended()) return;
    const sdp = sdpIn(response);
    const agreed = sdp && agreedBy(sdp, ours);
    if (agreed) media.agree(agreed);
    events.tell({ type: 'ringing', early: agreed !== undefined });
  };

  const accepted = (response: SipResponse) => {
    const dialog = dialogOfAnswer(asked.current().request, response, server);
    const answering = tagOf(header(response, 'to')) ?? '';
    const sdp = sdpIn(response);
    const agreed = sdp && agreedBy(sdp, ours);
    transactions.tell(within(dialog, 'ACK', [], NO_BODY, sequenceOf(response).number), stationOf(ground, nextStation(dialog), server));
    // The same answer once more: our ACK was lost.
    if (answering === answeredBy) return;
    answeredBy ??= answering;
    const talk = { ground, media, ours, tag, tell: events.tell, end: events.end };
    // A second phone that was also picked up, or one that was picked up while we gave up.
    if (session || events.ended()) return openSession(talk, dialog, agreed, { weRefresh: false }).bye();
    stopRinging();
    session = openSession(talk, dialog, agreed, termsOfAnswer(response));
    if (!agreed || contactIn(response) === undefined) return hangup('failed');
    session.settle(agreed);
    events.tell({ type: 'answered' });
  };

  const takeBack = () => {
    wantsBack = false;
    const current = asked.current();
    const routes = headers(current.request, 'route').map((value) => ['route', value] as const);
    current.giveUp();
    transactions.askAgain(request('CANCEL', routes, NO_BODY, sequenceOf(current.request).number), current, {
      answered: () => {},
      failed: () => {},
    });
  };
  const hangup = (cause: PhoneEnd) => {
    if (events.ended()) return;
    if (session) session.bye();
    else if (heardBack) takeBack();
    else wantsBack = true;
    events.end(cause);
  };

  const stopRinging = clock.after(ringSeconds * 1000, () => hangup('no-answer'));
  media.lost(() => hangup('media-lost'));
  let asked = invite();

  return {
    call: {
      id: callId,
      from,
      to,
      transport: media.transport,
      on: events.on,
      hangup: () => hangup(session ? 'normal' : 'canceled'),
      hold: (on) => session?.hold(on) ?? Promise.resolve(false),
      sendDigits: (pressed) => media.sendDigits(pressed),
    },
    ear: {
      isMine: (asking) => session !== undefined && isWithin(session.dialog, asking),
      take: (transaction) => {
        if (session) session.take(transaction);
        else transaction.answer(answerOf(transaction.request, 481, 'Call Does Not Exist'));
      },
      acknowledged: () => session?.acknowledged(),
      canceled: () => {},
    },
  };
};
