import { useEffect } from 'react';
import { ask } from '../platform/api.ts';

const SIGNS = ['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'keydown', 'wheel', 'touchmove', 'scroll'] as const;

export type Report = (ago: number) => void;

/**
 * Reports signs of life, at most one in `every` milliseconds and always the last of them.
 * Answers what to call for each sign, and how to stop.
 */
export const reporter = (every: number, report: Report, now = () => Date.now()) => {
  let reportedAt = -Infinity;
  let signAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    timer = undefined;
    reportedAt = now();
    report(Math.max(0, Math.round(reportedAt - signAt)));
  };
  return {
    sign: (): void => {
      signAt = now();
      if (timer) return;
      const wait = reportedAt + every - signAt;
      if (wait <= 0) send();
      else timer = setTimeout(send, wait);
    },
    stop: (): void => clearTimeout(timer),
  };
};

/** Whether an event was somebody's doing: pages scroll by themselves, and a pointer may "move" because the page did. */
export const humanSigns = () => {
  let at = '';
  let isPressed = false;
  return (event: Pick<Event, 'type'> & { screenX?: number; screenY?: number }): boolean => {
    if (event.type === 'scroll') return isPressed;
    if (event.type === 'pointerup' || event.type === 'pointercancel') isPressed = false;
    if (event.type === 'pointerdown') isPressed = true;
    if (event.type !== 'pointermove') return true;
    const before = at;
    at = `${event.screenX},${event.screenY}`;
    return at !== before;
  };
};

/** Tells the desk that this screen goes, so that its task stays for a while. A reload says so too, and takes it back by the next sign. */
export const useClosedBrowser = (taskId: string): void => {
  useEffect(() => {
    const going = () => void ask('tasks.closeBrowser', { taskId }, { waits: [], outlives: true });
    addEventListener('pagehide', going);
    return () => removeEventListener('pagehide', going);
  }, [taskId]);
};

/** Tells the desk that the holder is at work: pointer, keys, scrolling, touch. Silent while the desk asks. */
export const useStayActive = (taskId: string, isAsked: boolean, everySeconds: number): void => {
  useEffect(() => {
    if (isAsked) return;
    const { sign, stop } = reporter(everySeconds * 1000, (ago) => void ask('tasks.stayActive', { taskId, ago }, { waits: [] }));
    const isHuman = humanSigns();
    const hear = (event: Event) => isHuman(event) && sign();
    // In the capturing phase, so that nothing on the way can swallow a sign.
    for (const name of SIGNS) addEventListener(name, hear, { capture: true, passive: true });
    return () => {
      stop();
      for (const name of SIGNS) removeEventListener(name, hear, { capture: true });
    };
  }, [taskId, isAsked, everySeconds]);
};
