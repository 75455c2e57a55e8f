/**
 * Hands on what comes in, at once when there was rest, else together with what came meanwhile: after each time it rests
 * for as long as that took. So writing to many screens takes half of the process at most, however much happens.
 */
export const inBreaths = <One>(handOn: (all: readonly One[]) => void, clock = { now: () => performance.now(), later: setTimeout, never: clearTimeout }) => {
  let waiting: One[] = [];
  let freeAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const breathe = (): void => {
    timer = undefined;
    const all = waiting;
    waiting = [];
    const began = clock.now();
    handOn(all);
    freeAt = 2 * clock.now() - began;
  };

  return {
    add: (some: readonly One[]): void => {
      waiting.push(...some);
      if (timer) return;
      const rest = freeAt - clock.now();
      if (rest <= 0) breathe();
      else timer = clock.later(breathe, rest);
    },
    stop: (): void => {
      clock.never(timer);
      if (waiting.length > 0) breathe();
    },
  };
};
