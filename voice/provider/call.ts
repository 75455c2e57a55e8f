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

/** One way of sound: what came of it, and how somebody would judge it (1 bad, 4.4 as good as a telephone gets; ITU-T G.107). */
export type WayQuality = { opinion: number; lost: number; jitterMs: number };

/** How good a leg sounds: towards us and, when its reports say so, away from us. */
export type LegQuality = {
  in: WayQuality & { received: number; missing: number; bufferMs: number; concealedMs: number };
  out?: WayQuality & { roundTripMs?: number };
};

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
  /** As it is now, where the provider measures it and sound has come. */
  quality?: LegQuality;
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
