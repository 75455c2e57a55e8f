import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

// One timer for every clock on the screen, so that they all tick together.
const subscribe = (hear: () => void) => {
  listeners.add(hear);
  timer ??= setInterval(() => listeners.forEach((each) => each()), 1000);
  return () => {
    listeners.delete(hear);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

let serverOffset = 0;

/** How far the server's clock is ahead of this machine's, in milliseconds; every answer of the server tells. */
export const setClockOffset = (milliseconds: number): void => {
  if (milliseconds === serverOffset) return;
  serverOffset = milliseconds;
  listeners.forEach((each) => each());
};

export const serverNow = (offset = serverOffset): number => Date.now() + offset;

/** The server's time, renewed every `step` seconds. A row of minutes need not be drawn each second. */
export const useNow = (offset?: number, step = 1): number => {
  const read = useCallback(() => Math.floor(serverNow(offset) / (step * 1000)) * step * 1000, [offset, step]);
  return useSyncExternalStore(subscribe, read);
};
