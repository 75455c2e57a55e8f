import type { VoiceEvent } from '../provider/voice-event.ts';

/** How the media process does. */
export type Pulse = {
  legs: number;
  isLate: boolean;
  lateP99Ms: number;
  /** Since its start: ticks that began later than a listener's buffer bears. */
  lateTicks: number;
  load: number;
  memoryMb: number;
  heapMb: number;
  /** Sockets, timers and files that the process has open. */
  open: number;
  /** How the legs sound, by the worse way of each (1 bad, 4.4 good); of those from which sound has come. */
  worstOpinion?: number;
  poorLegs: number;
};

/** What the desk says to the media process. */
export type ToProcess = { ask: number; of: 'provider' | 'door'; name: string; with: unknown[] } | { heard: string } | { stop: true };

/** What the media process says to the desk. `answer` without `said`: it broke. */
export type FromProcess = { ready: true } | { answer: number; said?: unknown } | { event: VoiceEvent } | { pulse: Pulse };
