import type { PhoneEnd } from './end-cause.ts';
import type { CallEvent } from './phone-call.ts';

/** What a call tells its one listener. What happened before the listener came is kept for it; after the end nothing is told. */
export const openCallEvents = (letGo: () => void) => {
  let listener: ((event: CallEvent) => void) | undefined;
  let kept: CallEvent[] = [];
  let ended = false;

  const tell = (event: CallEvent) => {
    if (ended) return;
    if (listener) listener(event);
    else kept.push(event);
  };
  return {
    tell,
    ended: () => ended,
    end: (cause: PhoneEnd) => {
      if (ended) return;
      tell({ type: 'ended', cause });
      ended = true;
      letGo();
    },
    on: (told: (event: CallEvent) => void) => {
      listener = told;
      for (const event of kept) told(event);
      kept = [];
    },
  };
};
