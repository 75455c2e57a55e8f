import { v7 as uuid } from 'uuid';
import { askedOnce } from './asked-once.ts';
import { inCall, openBook, type BookedLeg } from './book.ts';
import type { Endpoint, EndCause, LegRole, RecordingSnapshot } from './call.ts';
import { openGathers } from './gathers.ts';
import { openMailbox } from './simulated-mailbox.ts';
import type { Machine } from './machine.ts';
import { createOutbox } from './outbox.ts';
import type { TelephonyProvider, VoiceAnswer } from './provider.ts';
import { supervising } from './supervising.ts';
import type { VoiceEvent } from './voice-event.ts';

/** What the far end does by itself, each step so long after the one before. What is left out does not happen. */
export type Script = {
  ringsAfterMs?: number;
  afterRingingMs?: number;
  /** Shipped: answers. */
  act?: 'answers' | 'busy' | 'rejected' | 'failed';
  hangsUpAfterMs?: number;
  losesSoundAfterMs?: number;
  /** What it says to a mailbox; shipped: nothing. */
  saysForMs?: number;
};

type Settings = {
  machine: Machine;
  /** Who is called does what; `unreachable`: there is no way there. */
  script: (to: Endpoint) => Script | 'unreachable';
  prompts?: string[];
  mostLegs?: number;
};

/** Calls without sound: a provider whose far ends keep to a script and to the clock handed in. */
export const createSimulator = ({ machine, script, prompts = [], mostLegs = 1000 }: Settings) => {
  let outbox = createOutbox(machine);
  const book = openBook(machine, (event: VoiceEvent) => outbox.tell(event));
  const gathers = openGathers(machine, book);
  const once = askedOnce();
  const timers = new Map<string, () => void>();
  const recordings = new Map<string, RecordingSnapshot & { since: number }>();
  const mailbox = openMailbox(machine, book);

  const then = (leg: BookedLeg, ms: number | undefined, run: () => void) => {
    timers.get(leg.leg)?.();
    timers.delete(leg.leg);
    if (ms !== undefined) timers.set(leg.leg, machine.after(ms, run));
  };
  const finishRecording = (conference: string) => {
    const own = recordings.get(conference);
    if (!own || !recordings.delete(conference)) return;
    book.announce(conference, { type: 'recording.stopped', recording: own.recording, seconds: (machine.now() - own.since) / 1000, files: [`${own.recording}.wav`] });
  };
  const end = (leg: BookedLeg, cause: EndCause) => {
    then(leg, undefined, () => {});
    gathers.stop(leg);
    mailbox.leaves(leg.leg);
    if (book.inConference(leg.conference).length === 1) finishRecording(leg.conference);
    book.end(leg, cause);
  };
  const connect = (leg: BookedLeg, does: Script) => {
    book.reach(leg, 'connected');
    if (does.losesSoundAfterMs !== undefined) then(leg, does.losesSoundAfterMs, () => end(leg, 'media-lost'));
    else then(leg, does.hangsUpAfterMs, () => end(leg, 'normal'));
  };
  const ring = (leg: BookedLeg, does: Script, ringSeconds: number) => {
    book.reach(leg, 'ringing');
    const patienceMs = ringSeconds * 1000;
    if (does.afterRingingMs === undefined || does.afterRingingMs > patienceMs) return then(leg, patienceMs, () => end(leg, 'no-answer'));
    const act = does.act ?? 'answers';
    then(leg, does.afterRingingMs, () => (act === 'answers' ? connect(leg, does) : end(leg, act)));
  };

  const { withLeg } = book;
  const talking = (id: string, act: (leg: BookedLeg) => VoiceAnswer | void) =>
    withLeg(id, (leg) => (inCall(leg) ? (act(leg) ?? {}) : { refused: 'wrong-state' }));

  const dial = async (to: Endpoint, role: LegRole, conference: string, ringSeconds: number): Promise<VoiceAnswer<{ leg: string }>> => {
    const does = script(to);
    if (does === 'unreachable') return { refused: 'unreachable' };
    if (book.legs.size >= mostLegs) return { refused: 'full' };
    const leg = book.add({ leg: uuid(), conference, role, endpoint: to, direction: 'out', state: 'initiated' });
    book.tell(leg, { type: 'leg.initiated', role, endpoint: to });
    if (does.ringsAfterMs === undefined) then(leg, ringSeconds * 1000, () => end(leg, 'no-answer'));
    else then(leg, does.ringsAfterMs, () => ring(leg, does, ringSeconds));
    return { leg: leg.leg };
  };

  const provider: TelephonyProvider = {
    name: 'simulator',
    can: { monitor: true, whisper: true, barge: true, pauseRecording: true, dtmf: true, messages: true, marks: true, browsers: false },
    originate: ({ idempotencyKey, ...wish }) => once(idempotencyKey, wish, () => dial(wish.to, wish.role, wish.conference, wish.ringSeconds)),
    answer: (id) => withLeg(id, (leg) => {
      if (leg.direction !== 'in' || inCall(leg)) return { refused: 'wrong-state' };
      connect(leg, {});
      return {};
    }),
    reject: (id, cause) => withLeg(id, (leg) => {
      if (inCall(leg)) return { refused: 'wrong-state' };
      end(leg, cause);
      return {};
    }),
    hangup: (id, cause) => withLeg(id, (leg) => {
      end(leg, cause ?? (inCall(leg) ? 'normal' : 'canceled'));
      return {};
    }),
    hold: (id, on) => talking(id, (leg) => book.hold(leg, on)),
    mute: (id, on) => talking(id, (leg) => book.mute(leg, on)),
    move: (id, to) => withLeg(id, (leg) => {
      const { conference: from } = leg;
      if (from !== to) mailbox.leaves(id);
      if (from !== to && book.inConference(from).length === 1) finishRecording(from);
      book.move(leg, to);
      return {};
    }),
    supervise: supervising({ book, once, dial: ({ to, role, conference, ringSeconds }) => dial(to, role, conference, ringSeconds) }),
    sendDigits: (id) => talking(id, () => {}),
    play: async (target, prompt) => {
      const to = book.listeners(target);
      if (to.refused) return to;
      const { conference } = to;
      if (!prompts.includes(prompt)) return { refused: 'unknown-prompt' };
      const playback = uuid();
      machine.after(PROMPT_MS, () => { if (book.hasConference(conference)) book.announce(conference, { type: 'playback.ended', playback, whole: true }); });
      return { playback };
    },
    gather: (id, wish) => talking(id, (leg) => gathers.gather(leg, wish)),
    record: async (conference, action) => {
      if (!book.hasConference(conference)) return { refused: 'unknown-conference' };
      const own = recordings.get(conference);
      if (action === 'start') {
        if (own) return { recording: own.recording };
        const recording = uuid();
        recordings.set(conference, { recording, state: 'running', since: machine.now() });
        book.announce(conference, { type: 'recording.started', recording });
        return { recording };
      }
      if (!own) return { refused: 'wrong-state' };
      if (action === 'stop') finishRecording(conference);
      else if ((own.state === 'paused') !== (action === 'pause')) {
        own.state = action === 'pause' ? 'paused' : 'running';
        book.announce(conference, { type: `recording.${action}d`, recording: own.recording });
      }
      return { recording: own.recording };
    },
    takeMessage: (id, wish) => {
      const leg = book.find(id);
      if ('refused' in leg) return Promise.resolve(leg);
      if (wish.greeting !== undefined && !prompts.includes(wish.greeting)) return Promise.resolve({ refused: 'unknown-prompt' });
      const does = script(leg.endpoint);
      return Promise.resolve(mailbox.take(leg, wish, does === 'unreachable' ? 0 : (does.saysForMs ?? 0), wish.greeting === undefined ? 0 : PROMPT_MS));
    },
    mark: async (conference, mark) => {
      if (!book.hasConference(conference)) return { refused: 'unknown-conference' };
      const own = recordings.get(conference);
      if (!own) return { refused: 'wrong-state' };
      book.announce(conference, { type: 'recording.marked', recording: own.recording, mark, atSeconds: (machine.now() - own.since) / 1000 });
      return { recording: own.recording };
    },
    endConference: async (conference) => {
      if (!book.hasConference(conference)) return { refused: 'unknown-conference' };
      for (const leg of book.inConference(conference)) end(leg, 'normal');
      return {};
    },
    snapshot: async () => book.snapshot().map((state) => {
      const own = recordings.get(state.conference);
      return own ? { ...state, recording: { recording: own.recording, state: own.state } } : state;
    }),
    onEvent: (take) => outbox.listen(take),
  };

  /** What a far end does now, whatever its script says. */
  const far = {
    rings: (id: string) => withFar(id, (leg) => ring(leg, {}, 60)),
    answers: (id: string) => withFar(id, (leg) => connect(leg, {})),
    ends: (id: string, cause: EndCause) => withFar(id, (leg) => end(leg, cause)),
    presses: (id: string, digits: string) => withFar(id, (leg) => [...digits].forEach((digit) => {
      gathers.pressed(leg, digit);
      mailbox.pressed(id, digit);
    })),
    /** Somebody calls; it rings for so long when nobody says anything. */
    calls: (endpoint: Endpoint, to: string, ringSeconds = 120): string => {
      const leg = book.add({ leg: uuid(), conference: uuid(), role: 'customer', endpoint, direction: 'in', state: 'initiated' });
      book.tell(leg, { type: 'leg.offered', role: 'customer', endpoint, to });
      ring(leg, {}, ringSeconds);
      return leg.leg;
    },
  };
  const withFar = (id: string, act: (leg: BookedLeg) => void) => {
    const leg = book.legs.get(id);
    if (leg) act(leg);
  };

  return {
    provider,
    far,
    /** The desk was away: its listeners are gone, and so is what they had not taken. The calls go on. */
    forgetListeners: () => { outbox = createOutbox(machine); },
  };
};

const PROMPT_MS = 2000;
