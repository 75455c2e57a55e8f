import { v7 as uuid } from 'uuid';
import type { BrowserDoor } from '../provider/browser-door.ts';
import type { Endpoint, LegRole } from '../provider/call.ts';
import type { TelephonyProvider, VoiceAnswer } from '../provider/provider.ts';
import type { ConferenceHappened } from '../provider/voice-event.ts';
import { askedOnce } from '../provider/asked-once.ts';
import { oneByOne } from '../provider/one-by-one.ts';
import { openBrowserDoor, type DoorSettings } from './browser-lines.ts';
import { createCalls, type Leg } from './calls.ts';
import type { Machine } from '../provider/machine.ts';
import { openMailbox } from './mailbox.ts';
import { supervisingOf, type Mix } from './mix.ts';
import { listenToLegs } from './listen-to-legs.ts';
import { createOutbox } from '../provider/outbox.ts';
import type { Happening } from '../mixer/happening.ts';
import type { PhoneLines } from './phone-lines.ts';
import type { Recordings } from './recordings.ts';

export type EngineParts = {
  machine: Machine;
  mix: Mix;
  door: DoorSettings;
  recordings: Recordings;
  /** A prompt as sound, when there is one of that name. */
  prompt: (name: string) => Float32Array | undefined;
  isOverloaded: () => boolean;
  mostLegs: number;
  phone?: PhoneLines;
};

/** The built-in provider: browsers and phone lines meet in one mixer. */
export const createEngine = (parts: EngineParts) => {
  const { machine, mix, phone, recordings } = parts;
  const outbox = createOutbox(machine);
  const calls = createCalls(machine, mix, outbox.tell, {
    leaving: ({ leg }) => mailbox.leaves(leg),
    over: recordings.finish,
  });
  const mailbox = openMailbox(mix, calls, recordings);
  const stopListening = listenToLegs(machine, mix, calls);
  const once = askedOnce();
  const inTurn = oneByOne();
  const door = openBrowserDoor(machine, calls, parts.door, parts.isOverloaded);

  const full = (): { refused: 'overloaded' | 'full' } | undefined =>
    parts.isOverloaded() ? { refused: 'overloaded' } : calls.legs.size >= parts.mostLegs ? { refused: 'full' } : undefined;

  /** Does it with a leg that is there; says why not otherwise. */
  const withLeg = async (id: string, act: (leg: Leg) => VoiceAnswer | Promise<VoiceAnswer>): Promise<VoiceAnswer> => {
    const leg = calls.find(id);
    return 'refused' in leg ? leg : act(leg);
  };
  const inCall = (leg: Leg) => leg.state === 'connected' || leg.state === 'held';

  const dial = async (to: Endpoint, role: LegRole, conference: string, from: string, ringSeconds: number): Promise<VoiceAnswer<{ leg: string }>> => {
    const refused = full();
    if (refused) return refused;
    if (to.kind === 'phone') return phone ? phone.dial(calls, { to, role, conference, from, ringSeconds }, mix.key) : { refused: 'unreachable' };
    if (to.kind === 'sip') return { refused: 'unreachable' };
    const leg = calls.add({ conference, role, endpoint: to, direction: 'out', state: 'initiated' });
    calls.tell(leg, { type: 'leg.initiated', role, endpoint: to });
    calls.ring(leg, ringSeconds);
    return { leg: leg.leg };
  };

  const provider: TelephonyProvider = {
    name: 'built-in',
    can: { monitor: true, whisper: true, barge: true, pauseRecording: true, dtmf: true, messages: true, marks: true, browsers: true },

    originate: ({ idempotencyKey, ...wish }) =>
      once(idempotencyKey, wish, () => dial(wish.to, wish.role, wish.conference, wish.from, wish.ringSeconds)),

    answer: (id) => withLeg(id, (leg) => {
      if (leg.direction !== 'in' || leg.state !== 'ringing' || !leg.line?.answer) return { refused: 'wrong-state' };
      leg.line.answer();
      calls.connect(leg, leg.line);
      return {};
    }),

    reject: (id, cause) => withLeg(id, (leg) => {
      if (inCall(leg)) return { refused: 'wrong-state' };
      leg.line?.reject?.(cause);
      calls.end(leg, cause);
      return {};
    }),

    hangup: (id, cause) => withLeg(id, (leg) => {
      calls.end(leg, cause ?? (inCall(leg) ? 'normal' : 'canceled'));
      return {};
    }),

    hold: (id, on, music) => withLeg(id, (leg) => {
      if (!inCall(leg)) return { refused: 'wrong-state' };
      mix.hold(id, on, music);
      if ((leg.state === 'held') === on) return {};
      leg.state = on ? 'held' : 'connected';
      calls.tell(leg, { type: on ? 'leg.held' : 'leg.retrieved' });
      return {};
    }),

    mute: (id, on) => withLeg(id, (leg) => {
      if (!inCall(leg)) return { refused: 'wrong-state' };
      mix.mute(id, on);
      if (leg.muted === on) return {};
      leg.muted = on;
      calls.tell(leg, { type: 'leg.muted', muted: on });
      return {};
    }),

    move: (id, to) => withLeg(id, (leg) => {
      calls.move(leg, to);
      return {};
    }),

    supervise: async ({ idempotencyKey, conference, supervisor, target, mode }) => {
      const listened = calls.legs.get(target);
      if (listened?.conference !== conference) return { refused: 'unknown-leg' };
      const supervises = { target, mode };
      const there = calls.inConference(conference).find(({ role, endpoint }) => role === 'supervisor' && JSON.stringify(endpoint) === JSON.stringify(supervisor));
      const begun = there ? { leg: there.leg } : await once(idempotencyKey, { conference, supervisor, target, mode }, () => dial(supervisor, 'supervisor', conference, '', 60));
      if (begun.refused) return begun;
      const leg = calls.find(begun.leg);
      if ('refused' in leg) return leg;
      if (JSON.stringify(leg.supervises) === JSON.stringify(supervises)) return begun;
      leg.supervises = supervises;
      mix.supervise(leg.leg, supervisingOf(supervises));
      calls.tell(leg, { type: 'leg.supervises', ...supervises });
      return begun;
    },

    sendDigits: (id, digits) => withLeg(id, (leg) => {
      if (!inCall(leg)) return { refused: 'wrong-state' };
      return leg.line?.sendDigits?.(digits) || mix.sendDigits(id, digits) ? {} : { refused: 'not-offered' };
    }),

    play: async (target, name) => {
      const leg = 'leg' in target ? calls.find(target.leg) : undefined;
      if (leg && 'refused' in leg) return leg;
      if ('conference' in target && !calls.hasConference(target.conference)) return { refused: 'unknown-conference' };
      const sound = parts.prompt(name);
      if (!sound) return { refused: 'unknown-prompt' };
      const playback = uuid();
      playing.set(playback, leg?.conference ?? ('conference' in target ? target.conference : ''));
      mix.play(playback, target, sound);
      return { playback };
    },

    gather: (id, wish) => withLeg(id, async (leg) => {
      if (!inCall(leg)) return { refused: 'wrong-state' };
      const said = wish.prompt === undefined ? undefined : await provider.play({ leg: id }, wish.prompt);
      if (said?.refused) return said;
      mix.gather(uuid(), id, wish, said?.playback);
      return {};
    }),

    takeMessage: async (id, wish) => {
      const leg = calls.find(id);
      if ('refused' in leg) return leg;
      const greeting = wish.greeting === undefined ? new Float32Array() : parts.prompt(wish.greeting);
      return greeting ? mailbox.take(leg, wish, greeting) : { refused: 'unknown-prompt' };
    },

    record: (conference, action) => inTurn(conference, async () => {
      if (!calls.hasConference(conference)) return { refused: 'unknown-conference' };
      const answer = await recordings.record(conference, action, calls.announcer(conference));
      // The call may have ended while the file was opened.
      if (!calls.hasConference(conference)) recordings.finish(conference);
      return answer;
    }),

    mark: async (conference, mark) =>
      calls.hasConference(conference) ? recordings.mark(conference, mark, calls.announcer(conference)) : { refused: 'unknown-conference' },

    endConference: async (conference) => {
      if (!calls.hasConference(conference)) return { refused: 'unknown-conference' };
      for (const leg of calls.inConference(conference)) calls.end(leg, 'normal');
      return {};
    },

    snapshot: async () => calls.snapshot().map((state) => {
      const recording = recordings.of(state.conference);
      return recording ? { ...state, recording } : state;
    }),
    onEvent: outbox.listen,
  };

  const playing = new Map<string, string>();

  return {
    provider,
    door: door satisfies BrowserDoor,
    /** A call that comes in by phone. */
    offered: (call: Parameters<PhoneLines['offered']>[1]) => phone?.offered(calls, call, mix.key, full),
    /** What the mixer tells by itself. */
    happened: (happening: Happening) => {
      mailbox.happened(happening);
      if (happening.type === 'playback.ended') {
        const conference = playing.get(happening.playback);
        playing.delete(happening.playback);
        if (conference !== undefined) calls.announce(conference, { type: 'playback.ended', playback: happening.playback, whole: happening.cause === 'played' });
        return;
      }
      const leg = calls.legs.get(happening.leg);
      if (!leg) return;
      if (happening.type === 'leg.digit') calls.tell(leg, { type: 'leg.dtmf', digits: happening.digit });
      if (happening.type === 'gather.ended' && happening.cause !== 'stopped')
        calls.tell(leg, { type: 'leg.gathered', digits: happening.digits, because: happening.cause === 'closed' ? 'key' : happening.cause });
    },
    /** Recordings that a process before us could not finish. */
    mended: ({ conference, happened }: { conference: string; happened: ConferenceHappened }) => calls.announcer(conference)(happened),
    /** Something broke in what this leg touches: it ends, the others go on. */
    broke: (id: string) => {
      const leg = calls.legs.get(id);
      if (leg) calls.end(leg, 'failed');
    },
    close: () => {
      stopListening();
      for (const leg of calls.legs.values()) calls.end(leg, 'failed');
    },
  };
};

export type Engine = ReturnType<typeof createEngine>;
