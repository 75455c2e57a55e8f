import type { VoiceEvent } from '../provider/voice-event.ts';

/** How the media process does. */
export type Pulse = { legs: number; isLate: boolean; lateP99Ms: number; load: number };

/** What the desk says to the media process. */
export type ToProcess = { ask: number; of: 'provider' | 'door'; name: string; with: unknown[] } | { heard: string } | { stop: true };

/** What the media process says to the desk. `answer` without `said`: it broke. */
export type FromProcess = { ready: true } | { answer: number; said?: unknown } | { event: VoiceEvent } | { pulse: Pulse };
