import type { VoiceEvent } from './voice-event.ts';
import type { Machine } from './machine.ts';

type Take = (event: VoiceEvent) => Promise<void>;

/** So many events wait for a listener that does not take them; then it must ask for a snapshot anyhow. */
const MOST_WAITING = 10_000;
const SHORTEST_MS = 100;
const LONGEST_MS = 5000;

/** Tells every listener every event, one after the other, and again until it was taken. */
export const createOutbox = (machine: Machine) => {
  const listeners = new Set<(event: VoiceEvent) => void>();
  /** What happened before anybody listened. */
  const early: VoiceEvent[] = [];

  const listen = (take: Take): (() => void) => {
    const waiting: VoiceEvent[] = [];
    let isBusy = false;
    let stopped = false;
    let callOff = () => {};

    const next = (pauseMs: number) => {
      const event = waiting[0];
      if (!event || stopped) {
        isBusy = false;
        return;
      }
      isBusy = true;
      void Promise.resolve().then(() => take(event)).then(
        () => {
          if (waiting[0] === event) waiting.shift();
          next(SHORTEST_MS);
        },
        () => { callOff = machine.after(pauseMs, () => next(Math.min(2 * pauseMs, LONGEST_MS))); },
      );
    };
    const hear = (event: VoiceEvent) => {
      waiting.push(event);
      if (waiting.length > MOST_WAITING) waiting.shift();
      if (!isBusy) next(SHORTEST_MS);
    };
    listeners.add(hear);
    early.splice(0).forEach(hear);
    return () => {
      stopped = true;
      callOff();
      listeners.delete(hear);
    };
  };

  const tell = (event: VoiceEvent) => {
    if (listeners.size > 0) listeners.forEach((hear) => hear(event));
    else if (early.length < MOST_WAITING) early.push(event);
  };
  return { listen, tell };
};
