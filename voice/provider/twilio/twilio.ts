import { v7 as uuid } from 'uuid';
import { askedOnce } from '../asked-once.ts';
import { inCall, type BookedLeg } from '../book.ts';
import type { Supervision } from '../call.ts';
import { oneByOne } from '../one-by-one.ts';
import { createOutbox } from '../outbox.ts';
import type { Originate, TelephonyProvider, VoiceAnswer } from '../provider.ts';
import { supervising } from '../supervising.ts';
import { openCalls, type TwilioParts } from './calls.ts';
import { recording } from './recording.ts';
import { truth } from './truth.ts';
import { rejecting, twiml } from './twiml.ts';
import { openWebhooks } from './webhooks.ts';
import type { TwilioAnswer } from './requests.ts';
import { addressOf, labelOf, nameOf, refusalOf } from './words.ts';

/** How a supervisor takes part, in Twilio's words. */
const listening = (mode: Supervision, target: string): Record<string, string | boolean> => ({
  Muted: mode === 'monitor', Coaching: mode === 'whisper', ...(mode === 'whisper' && { CallSidToCoach: target }),
});

/** Calls by Twilio's conferences. Twilio's webhooks go to `webhook`. */
export const createTwilio = (parts: TwilioParts) => {
  const { settings, machine } = parts;
  const outbox = createOutbox(machine);
  const calls = openCalls(parts, outbox.tell);
  const { book, requests } = calls;
  const { withLeg } = book;
  const { webhook, waiting, cameEarly } = openWebhooks(calls);
  const once = askedOnce();
  const inTurn = oneByOne();

  const talking = (id: string, act: (leg: BookedLeg) => Promise<TwilioAnswer>, then: (leg: BookedLeg) => void = () => {}) =>
    withLeg(id, async (leg) => {
      if (!inCall(leg)) return { refused: 'wrong-state' };
      const refused = refusalOf(await act(leg));
      if (refused) return { refused };
      then(leg);
      return {};
    });

  const dial = async ({ conference, to, role, from, ringSeconds, idempotencyKey }: Originate, target?: string, more = {}): Promise<VoiceAnswer<{ leg: string }>> => {
    const address = addressOf(to, settings.agentAddress);
    if (address === undefined) return { refused: 'unreachable' };
    const label = labelOf(role, idempotencyKey, target);
    const before = [...calls.labels].find(([id, known]) => known === label && book.legs.get(id)?.conference === conference);
    if (before) return { leg: before[0] };
    const look = async () => {
      calls.sids.delete(conference);
      const sid = await calls.sidOf(conference);
      const there = sid && (await requests.list(`/Conferences/${sid}/Participants.json`, 'participants'));
      return there ? there.find((participant) => participant.label === label) : undefined;
    };
    const answer = await requests.make(`/Conferences/${encodeURIComponent(nameOf(conference))}/Participants.json`, {
      From: from || settings.number, To: address, Label: label, Timeout: Math.max(5, ringSeconds), EarlyMedia: false, Beep: 'false', EndConferenceOnExit: false,
      StatusCallback: `${settings.publicUrl}/status`, StatusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      ConferenceStatusCallback: calls.callback, ConferenceStatusCallbackEvent: ['start', 'end', 'join', 'leave', 'announcement'], ...more,
    }, look);
    const refused = refusalOf(answer);
    if (refused) return { refused: refused === 'ended' ? 'unknown-conference' : refused };
    const id = String(answer.body.call_sid);
    calls.sids.set(conference, String(answer.body.conference_sid));
    calls.labels.set(id, label);
    const leg = book.add({ leg: id, conference, role, endpoint: to, direction: 'out', state: 'initiated' });
    book.tell(leg, { type: 'leg.initiated', role, endpoint: to });
    await cameEarly(leg);
    return { leg: id };
  };

  const provider: TelephonyProvider = {
    name: 'twilio',
    can: { monitor: true, whisper: true, barge: true, pauseRecording: true, dtmf: true, messages: false, marks: false, browsers: false },
    originate: (wish) => once(wish.idempotencyKey, wish, () => dial(wish)),
    answer: (id) => withLeg(id, (leg) => {
      const say = waiting.get(id);
      if (!say) return { refused: 'wrong-state' };
      say(twiml(calls.place(leg)));
      return {};
    }),
    reject: (id, cause) => withLeg(id, (leg) => {
      const say = waiting.get(id);
      if (!say) return inCall(leg) ? { refused: 'wrong-state' } : provider.hangup(id, cause);
      say(rejecting(cause));
      calls.end(leg, cause);
      return {};
    }),
    hangup: (id, cause) => withLeg(id, async (leg) => {
      calls.letGo.set(id, cause ?? (inCall(leg) ? 'normal' : 'canceled'));
      const said = waiting.get(id);
      if (said) {
        said(rejecting('rejected'));
        calls.end(leg, 'canceled');
        return {};
      }
      const answer = await requests.set(`/Calls/${id}.json`, { Status: inCall(leg) ? 'completed' : 'canceled' });
      const refused = refusalOf(answer);
      if (refused === 'ended') calls.end(leg, 'normal');
      return refused === undefined || refused === 'ended' ? {} : { refused };
    }),
    hold: (id, on, music) => talking(id,
      async (leg) => {
        const url = music === undefined ? undefined : settings.prompts[music];
        return requests.set(await calls.participant(leg), { Hold: on, ...(on && url && { HoldUrl: url, HoldMethod: 'GET' }) });
      },
      (leg) => book.hold(leg, on)),
    mute: (id, on) => talking(id, async (leg) => requests.set(await calls.participant(leg), { Muted: on }), (leg) => book.mute(leg, on)),
    move: (id, to) => talking(id, (leg) => requests.set(`/Calls/${id}.json`, { Twiml: twiml(calls.place(leg, to)) }), (leg) => book.move(leg, to)),
    supervise: supervising({
      book, once,
      dial: (wish, { target, mode }) => dial(wish, target, listening(mode, target)),
      change: async (leg, { target, mode }) => refusalOf(await requests.set(await calls.participant(leg), listening(mode, target))),
    }),
    sendDigits: (id, digits) => talking(id, (leg) => calls.aside(leg, { name: 'Play', attributes: { digits } })),
    play: async (target, prompt) => {
      const to = book.listeners(target);
      if (to.refused) return to;
      const { leg, conference } = to;
      const sound = settings.prompts[prompt];
      if (!sound) return { refused: 'unknown-prompt' };
      const playback = uuid();
      const url = new URL(sound);
      url.searchParams.set('playback', playback);
      const path = leg ? await calls.participant(leg) : `/Conferences/${await calls.sidOf(conference)}.json`;
      const refused = refusalOf(await requests.post(path, { AnnounceUrl: url.href, AnnounceMethod: 'GET' }));
      return refused ? { refused } : { playback };
    },
    gather: (id, wish) => withLeg(id, (leg) => {
      const sound = wish.prompt === undefined ? undefined : settings.prompts[wish.prompt];
      if (wish.prompt !== undefined && !sound) return { refused: 'unknown-prompt' };
      return talking(id, () => calls.aside(leg, {
        name: 'Gather',
        attributes: {
          input: 'dtmf', numDigits: wish.maxDigits, timeout: Math.max(1, Math.ceil(wish.timeoutMs / 1000)), finishOnKey: wish.closingKey ?? '',
          actionOnEmptyResult: true, action: `${settings.publicUrl}/gathered?most=${wish.maxDigits}`,
        },
        inside: sound ? [{ name: 'Play', inside: sound }] : [],
      }));
    }),
    record: (conference, action) => inTurn(conference, () => recording(calls, conference, action)),
    takeMessage: async () => ({ refused: 'not-offered' }),
    mark: async () => ({ refused: 'not-offered' }),
    endConference: async (conference) => {
      if (!book.hasConference(conference)) return { refused: 'unknown-conference' };
      for (const leg of book.inConference(conference)) await provider.hangup(leg.leg, inCall(leg) ? 'normal' : 'canceled');
      return {};
    },
    snapshot: () => truth(calls),
    onEvent: outbox.listen,
  };

  return { provider, webhook };
};
