import { v7 as uuid } from 'uuid';
import { askedOnce } from '../asked-once.ts';
import { inCall, type BookedLeg } from '../book.ts';
import { oneByOne } from '../one-by-one.ts';
import { createOutbox } from '../outbox.ts';
import type { Originate, TelephonyProvider, VoiceAnswer } from '../provider.ts';
import { supervising } from '../supervising.ts';
import { openCalls, type AsteriskParts } from './calls.ts';
import { hear } from './hear.ts';
import { listen } from './listen.ts';
import { recording } from './recording.ts';
import { refusalOf } from './requests.ts';
import { bridgeOf, dialledOf, legOf } from './words.ts';

/** Calls by an Asterisk of one's own, through its REST interface (ARI). */
export const createAsterisk = (parts: AsteriskParts) => {
  const { settings, machine } = parts;
  const outbox = createOutbox(machine);
  const calls = openCalls(parts, outbox.tell);
  const { book, ask } = calls;
  const { withLeg } = book;
  const once = askedOnce();
  const inTurn = oneByOne();
  const heard = hear(calls);
  const close = listen(settings, machine,
    (event) => void heard(event).catch(() => {}),
    () => void calls.truth().catch(() => {}));

  const talking = (id: string, act: (leg: BookedLeg) => Promise<VoiceAnswer | void>) =>
    withLeg(id, async (leg) => (inCall(leg) ? ((await act(leg)) ?? {}) : { refused: 'wrong-state' }));

  const dial = async ({ conference, to, role, from, ringSeconds, idempotencyKey }: Originate): Promise<VoiceAnswer<{ leg: string }>> => {
    const endpoint = dialledOf(to, settings);
    if (endpoint === undefined) return { refused: 'unreachable' };
    const id = legOf(idempotencyKey);
    if (book.legs.has(id)) return { leg: id };
    // In the book first: Asterisk may tell of it before it answers us.
    const leg = book.add({ leg: id, conference, role, endpoint: to, direction: 'out', state: 'initiated' });
    book.tell(leg, { type: 'leg.initiated', role, endpoint: to });
    calls.dialling.add(id);
    const answer = await ask('POST', `/channels/${id}`, { endpoint, app: settings.app, callerId: from, timeout: ringSeconds }, { variables: { FIRSTLINE_LEG: calls.memory(leg) } });
    calls.dialling.delete(id);
    const refused = answer.status === 409 ? undefined : refusalOf(answer);
    if (!refused) return { leg: id };
    calls.end(leg, 'failed');
    return { refused: refused === 'unavailable' && answer.status !== 500 ? 'unavailable' : 'unreachable' };
  };

  const provider: TelephonyProvider = {
    name: 'asterisk',
    can: { monitor: true, whisper: true, barge: true, pauseRecording: true, dtmf: true, messages: false, marks: false, browsers: false },
    originate: (wish) => once(wish.idempotencyKey, wish, () => dial(wish)),
    answer: (id) => withLeg(id, async (leg) => {
      if (leg.direction !== 'in' || inCall(leg)) return { refused: 'wrong-state' };
      const answer = await calls.asked('POST', `/channels/${id}/answer`);
      if (answer.refused) return answer;
      book.reach(leg, 'connected');
      await calls.seat(leg);
      return {};
    }),
    reject: (id, cause) => withLeg(id, async (leg) => {
      if (inCall(leg)) return { refused: 'wrong-state' };
      calls.letGo.set(id, cause);
      return calls.asked('DELETE', `/channels/${id}`, { reason: cause === 'busy' ? 'busy' : 'congestion' });
    }),
    hangup: (id, cause) => withLeg(id, async (leg) => {
      calls.letGo.set(id, cause ?? (inCall(leg) ? 'normal' : 'canceled'));
      const answer = await calls.asked('DELETE', `/channels/${id}`, { reason: 'normal' });
      if (answer.refused !== 'ended') return answer;
      calls.end(leg, 'normal');
      return {};
    }),
    hold: (id, on, music) => talking(id, async (leg) => {
      if ((leg.state === 'held') === on) return {};
      const bridge = bridgeOf(leg.conference);
      if (on) {
        const away = await calls.asked('POST', `/bridges/${bridge}/removeChannel`, { channel: id });
        if (away.refused && away.refused !== 'wrong-state') return away;
        await ask('POST', `/channels/${id}/moh`, { mohClass: music });
      } else await ask('DELETE', `/channels/${id}/moh`);
      book.hold(leg, on);
      if (!on) await calls.seat(leg);
      await calls.remember(leg);
      return {};
    }),
    mute: (id, on) => talking(id, async (leg) => {
      const answer = await calls.asked(on ? 'POST' : 'DELETE', `/channels/${id}/mute`, { direction: 'in' });
      if (answer.refused) return answer;
      book.mute(leg, on);
      await calls.remember(leg);
      return {};
    }),
    move: (id, to) => talking(id, async (leg) => {
      const from = leg.conference;
      book.move(leg, to);
      await calls.seat(leg);
      await calls.remember(leg);
      await calls.closeIfEmpty(from);
    }),
    supervise: supervising({
      book, once, dial,
      changed: async (leg) => {
        if (inCall(leg)) await calls.seat(leg);
        await calls.remember(leg);
      },
    }),
    sendDigits: (id, digits) => talking(id, () => calls.asked('POST', `/channels/${id}/dtmf`, { dtmf: digits })),
    play: async (target, prompt) => {
      const to = book.listeners(target);
      if (to.refused) return to;
      const { leg, conference } = to;
      const media = settings.prompts[prompt];
      if (!media) return { refused: 'unknown-prompt' };
      const playback = uuid();
      calls.playing.set(playback, conference);
      const answer = await calls.asked('POST', `/${leg ? `channels/${leg.leg}` : `bridges/${bridgeOf(conference)}`}/play/${playback}`, { media });
      if (!answer.refused) return { playback };
      calls.playing.delete(playback);
      return answer;
    },
    gather: (id, wish) => talking(id, async (leg) => {
      const said = wish.prompt === undefined ? undefined : await provider.play({ leg: id }, wish.prompt);
      if (said?.refused) return said;
      calls.gathers.gather(leg, wish);
    }),
    record: (conference, action) => inTurn(conference, () => recording(calls, conference, action)),
    takeMessage: async () => ({ refused: 'not-offered' }),
    mark: async () => ({ refused: 'not-offered' }),
    endConference: async (conference) => {
      if (!book.hasConference(conference)) return { refused: 'unknown-conference' };
      for (const leg of book.inConference(conference)) await provider.hangup(leg.leg);
      return {};
    },
    snapshot: calls.truth,
    onEvent: outbox.listen,
  };

  return { provider, close };
};
