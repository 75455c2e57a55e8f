import { FRAME_MS } from '../sound/frame.ts';

/** The machine's time, so that a test can be the machine. `later` answers how to call it off. */
export type Machine = { now: () => number; later: (ms: number, then: () => void) => () => void };

export type Clock = { stop: () => void };

/** A tick and how it went: due, begun so many milliseconds late, done after so many more. */
export type Ticked = { due: number; lateMs: number; workMs: number };

/** What is later than this is not made up for: nobody wants to hear a second of call at once. */
const MOST_BEHIND_MS = 200;

/** After so long at work the packets and wishes that came meanwhile have their turn, however far behind the clock is. */
const BREATH_MS = 40;

/** Calls every 20 ms of the machine's time; a tick that comes late is made up for at once, so that no sound is missing. */
export const startClock = (machine: Machine, tick: (at: number) => void, ticked: (how: Ticked) => void = () => undefined): Clock => {
  let due = machine.now() + FRAME_MS;
  let stopped = false;
  let callOff = () => {};

  const turn = () => {
    if (machine.now() - due > MOST_BEHIND_MS) due = machine.now() - MOST_BEHIND_MS;
    const breathes = machine.now() + BREATH_MS;
    while (!stopped && machine.now() >= due && machine.now() < breathes) {
      const began = machine.now();
      tick(due);
      ticked({ due, lateMs: began - due, workMs: machine.now() - began });
      due += FRAME_MS;
    }
    if (!stopped) callOff = machine.later(Math.max(0, due - machine.now()), turn);
  };
  callOff = machine.later(FRAME_MS, turn);

  return {
    stop: () => {
      stopped = true;
      callOff();
    },
  };
};

export const thisMachine: Machine = {
  now: () => performance.now(),
  later: (ms, then) => {
    // A timer fires up to a millisecond early or late; early would only turn once more.
    const timer = setTimeout(then, Math.ceil(ms));
    return () => clearTimeout(timer);
  },
};
