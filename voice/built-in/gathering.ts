import type { Gather } from '../provider/provider.ts';
import type { Calls, Leg } from './calls.ts';
import type { Machine } from './machine.ts';

type Gathering = Gather & { digits: string; callOff: () => void };

/** Keys that a party presses: each is told, and those that were asked for are told together. */
export const createGathering = (machine: Machine, calls: Calls) => {
  const gatherings = new Map<string, Gathering>();

  const finish = (leg: Leg, because: 'full' | 'key' | 'timeout') => {
    const gathering = gatherings.get(leg.leg);
    if (!gathering) return;
    gathering.callOff();
    gatherings.delete(leg.leg);
    if (leg.state !== 'ended') calls.tell(leg, { type: 'leg.gathered', digits: gathering.digits, because });
  };
  const wait = (leg: Leg, { timeoutMs }: Gather) => machine.after(timeoutMs, () => finish(leg, 'timeout'));

  return {
    begin: (leg: Leg, wish: Gather) => {
      gatherings.get(leg.leg)?.callOff();
      gatherings.set(leg.leg, { ...wish, digits: '', callOff: wait(leg, wish) });
    },
    pressed: (leg: Leg, digit: string) => {
      calls.tell(leg, { type: 'leg.dtmf', digits: digit });
      const gathering = gatherings.get(leg.leg);
      if (!gathering) return;
      if (digit === gathering.closingKey) return finish(leg, 'key');
      gathering.digits += digit;
      if (gathering.digits.length >= gathering.maxDigits) return finish(leg, 'full');
      gathering.callOff();
      gathering.callOff = wait(leg, gathering);
    },
    forget: (leg: string) => {
      gatherings.get(leg)?.callOff();
      gatherings.delete(leg);
    },
  };
};
