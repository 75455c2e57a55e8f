import type { EndCause, Endpoint, LegQuality, LegRole, LegState, Supervision } from './call.ts';

/**
 * What happened on a call. Told at least once and possibly out of order: `id` says whether it was heard before,
 * `sequence` counts up within its leg (or within its conference, when no leg is named), so the older of two is known.
 */
export type VoiceEvent = { id: string; sequence: number; at: string; conference: string } & Happened;

export type Happened = LegHappened | ConferenceHappened;

export type LegHappened = { leg: string } & (
  /** Somebody calls us: `answer`, `reject` or let it ring. `to` is the number or address that was called. */
  | { type: 'leg.offered'; role: LegRole; endpoint: Endpoint; to: string }
  | { type: 'leg.initiated'; role: LegRole; endpoint: Endpoint }
  | { type: 'leg.ringing' }
  | { type: 'leg.connected' }
  | { type: 'leg.held' }
  | { type: 'leg.retrieved' }
  | { type: 'leg.muted'; muted: boolean }
  | { type: 'leg.moved'; from: string; state: LegState }
  | { type: 'leg.supervises'; target: string; mode: Supervision }
  | { type: 'leg.dtmf'; digits: string }
  /** The digits are whole: enough of them, the closing key, or nothing more for too long. */
  | { type: 'leg.gathered'; digits: string; because: 'full' | 'key' | 'timeout' }
  /** Told when it has changed for some seconds, not at every crackle. */
  | { type: 'leg.quality'; sounds: 'well' | 'poor'; quality: LegQuality }
  /** With how it sounded in the end, where that is measured. */
  | { type: 'leg.ended'; cause: EndCause; quality?: LegQuality }
);

export type ConferenceHappened =
  | { type: 'conference.merged'; from: string }
  | { type: 'conference.ended' }
  | { type: 'playback.ended'; playback: string; whole: boolean }
  | { type: 'recording.started' | 'recording.paused' | 'recording.resumed'; recording: string }
  /** `files` are names in the place where this provider keeps recordings. */
  | { type: 'recording.stopped'; recording: string; seconds: number; files: string[] }
  | { type: 'recording.marked'; recording: string; mark: string; atSeconds: number }
  | { type: 'recording.failed'; recording: string }
  /** What `caller` left to be heard later; no file when nothing was said. `gone`: hung up or was taken elsewhere. */
  | { type: 'message.taken'; message: string; caller: string; because: MessageEnd; seconds: number; spokenSeconds?: number; files: string[] }
  | { type: 'message.failed'; message: string; caller: string };

/** `failed`: the process that took it died; what was said by then is there. */
export type MessageEnd = 'silence' | 'limit' | 'key' | 'gone' | 'failed';
