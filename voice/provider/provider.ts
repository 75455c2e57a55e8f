import type { ConferenceState, Endpoint, EndCause, LegRole, Supervision } from './call.ts';
import type { VoiceEvent } from './voice-event.ts';

/** Why a provider did not do what was asked. Expected answers, never thrown. */
export type VoiceRefusal =
  | 'unknown-leg'
  | 'unknown-conference'
  /** The leg or call is over. */
  | 'ended'
  /** The leg is not in a state in which this can be asked. */
  | 'wrong-state'
  /** As many calls as this provider carries. */
  | 'full'
  /** The provider's own clock runs late: a further call would spoil those in progress. */
  | 'overloaded'
  | 'unknown-prompt'
  /** This provider cannot do that: see `can`. */
  | 'not-offered'
  /** No way to this endpoint: no trunk, not an allowed number. */
  | 'unreachable'
  /** The same idempotency key came with another wish. */
  | 'key-reused'
  /** The provider does not answer at the moment. */
  | 'unavailable';

/** Done, with what came of it, or refused with the reason. */
export type VoiceAnswer<Done extends object = object> = (Done & { refused?: undefined }) | { refused: VoiceRefusal };

export type Originate = {
  /** Made by the asker. A conference begins with its first leg. */
  conference: string;
  to: Endpoint;
  /** The number or name to present. */
  from: string;
  role: LegRole;
  ringSeconds: number;
  /** Asked twice with the same key, it dials once and answers the same leg. */
  idempotencyKey: string;
};

export type Supervise = {
  conference: string;
  supervisor: Endpoint;
  /** The one leg that hears a whisper. */
  target: string;
  mode: Supervision;
  idempotencyKey: string;
};

export type Gather = {
  maxDigits: number;
  timeoutMs: number;
  /** Ends the input early; it is not part of the digits. */
  closingKey?: string;
  prompt?: string;
};

export type TakeMessage = {
  /** A prompt; after it comes the tone, with or without it. */
  greeting?: string;
  mostSeconds: number;
  /** So long a pause ends the message. */
  silenceSeconds: number;
};

/**
 * Whoever carries calls: the built-in engine, a cloud, a PBX. Commands go in and are answered at once with what was
 * accepted; what came of them is told as events. Times are the provider's: ask `snapshot` after a gap, never guess.
 */
export type TelephonyProvider = {
  readonly name: string;
  readonly can: {
    monitor: boolean;
    whisper: boolean;
    barge: boolean;
    pauseRecording: boolean;
    dtmf: boolean;
    /** Takes messages for later. */
    messages: boolean;
    /** Remembers moments of a recording by a name. */
    marks: boolean;
    /** Browsers bring their sound to this provider itself: see `browser-door.ts`. */
    browsers: boolean;
  };

  originate: (wish: Originate) => Promise<VoiceAnswer<{ leg: string }>>;
  /** Takes an offered leg into its conference. */
  answer: (leg: string) => Promise<VoiceAnswer>;
  reject: (leg: string, cause: 'busy' | 'rejected') => Promise<VoiceAnswer>;
  hangup: (leg: string, cause?: EndCause) => Promise<VoiceAnswer>;
  /** A held leg hears music or nothing, and is heard by nobody. */
  hold: (leg: string, on: boolean, music?: string) => Promise<VoiceAnswer>;
  mute: (leg: string, on: boolean) => Promise<VoiceAnswer>;
  /** Consult and merge: the leg keeps its media and changes the room. */
  move: (leg: string, toConference: string) => Promise<VoiceAnswer>;
  /** Asked again by the same supervisor in the same conference, it changes the mode of the leg that is there. */
  supervise: (wish: Supervise) => Promise<VoiceAnswer<{ leg: string }>>;
  sendDigits: (leg: string, digits: string) => Promise<VoiceAnswer>;
  play: (target: { leg: string } | { conference: string }, prompt: string) => Promise<VoiceAnswer<{ playback: string }>>;
  /** Accepted at once; the digits come as `leg.gathered`. */
  gather: (leg: string, wish: Gather) => Promise<VoiceAnswer>;
  /** Voicemail, for a customer in a call: greeting, tone, and what is said until a pause, the hash key or the end. Told as `message.taken`. */
  takeMessage: (leg: string, wish: TakeMessage) => Promise<VoiceAnswer<{ message: string }>>;
  record: (conference: string, action: 'start' | 'pause' | 'resume' | 'stop') => Promise<VoiceAnswer<{ recording: string }>>;
  /** Remembers this moment of the recording that runs. */
  mark: (conference: string, mark: string) => Promise<VoiceAnswer<{ recording: string }>>;
  endConference: (conference: string) => Promise<VoiceAnswer>;
  /** What is true now. */
  snapshot: () => Promise<ConferenceState[]>;
  /** Tells every event until `take` resolved for it; a listener that throws is told again. Answers how to stop. */
  onEvent: (take: (event: VoiceEvent) => Promise<void>) => () => void;
};
