/** How far a leg is, in the words of CSTA: Queued, Initiated, Alerting, Connected, Hold, Null. */
export type LegState = 'queued' | 'initiated' | 'ringing' | 'connected' | 'held' | 'ended';

export type EndCause =
  | 'normal' | 'busy' | 'no-answer' | 'rejected' | 'canceled' | 'failed' | 'unreachable' | 'media-lost' | 'transferred';

export type LegRole = 'customer' | 'agent' | 'destination' | 'supervisor' | 'system';

/** Who is at the far end of a leg. */
export type Endpoint =
  | { kind: 'agent'; id: string }
  | { kind: 'web'; session: string }
  | { kind: 'phone'; e164: string }
  | { kind: 'sip'; uri: string };

/** `monitor` only hears; `whisper` is heard by one leg; `barge` is heard by all. */
export type Supervision = 'monitor' | 'whisper' | 'barge';

export type RecordingState = 'running' | 'paused' | 'stopped' | 'failed';

/** One way of sound between a party and a conference. */
export type LegSnapshot = {
  leg: string;
  conference: string;
  role: LegRole;
  endpoint: Endpoint;
  direction: 'in' | 'out';
  state: LegState;
  muted: boolean;
  /** Whom a supervising leg looks after, and how. */
  supervises?: { target: string; mode: Supervision };
  /** The number of the last event told about this leg. */
  sequence: number;
};

export type RecordingSnapshot = { recording: string; state: RecordingState };

/** One call: a conference that holds legs, also when there are only two, so that nothing is rebuilt when a third joins. */
export type ConferenceState = {
  conference: string;
  legs: LegSnapshot[];
  recording?: RecordingSnapshot;
};
