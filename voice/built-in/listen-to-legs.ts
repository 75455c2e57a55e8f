import type { Machine } from '../provider/machine.ts';
import { createSounding } from '../quality/sounding.ts';
import type { Calls } from './calls.ts';
import type { Mix } from './mix.ts';

const SECOND = 1000;

/** Listens to each leg once a second, and tells when one has begun to sound poor or is well again. Answers how to stop. */
export const listenToLegs = (machine: Machine, mix: Mix, calls: Calls): (() => void) => {
  const legs = new Map<string, ReturnType<typeof createSounding>>();
  let callOff = () => {};

  const listen = () => {
    for (const id of legs.keys()) if (!calls.legs.has(id)) legs.delete(id);
    for (const leg of calls.legs.values()) {
      const quality = mix.quality(leg.leg);
      if (!quality) continue;
      const sounding = legs.get(leg.leg) ?? createSounding();
      legs.set(leg.leg, sounding);
      const sounds = sounding(quality);
      if (sounds) calls.tell(leg, { type: 'leg.quality', sounds, quality });
    }
    callOff = machine.after(SECOND, listen);
  };
  callOff = machine.after(SECOND, listen);
  return () => callOff();
};
