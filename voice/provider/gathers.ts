import { inCall, type Book, type BookedLeg } from './book.ts';
import type { Machine } from './machine.ts';
import type { Gather } from './provider.ts';

/** Keys gathered here, for providers that only tell of each key. */
export const openGathers = (machine: Machine, book: Book) => {
  const open = new Map<string, { wish: Gather; digits: string; callOff: () => void }>();

  const stop = (leg: BookedLeg) => {
    open.get(leg.leg)?.callOff();
    open.delete(leg.leg);
  };
  const finish = (leg: BookedLeg, because: 'full' | 'key' | 'timeout') => {
    const digits = open.get(leg.leg)?.digits ?? '';
    stop(leg);
    if (inCall(leg)) book.tell(leg, { type: 'leg.gathered', digits, because });
  };
  const patience = (leg: BookedLeg, { timeoutMs }: Gather) => machine.after(timeoutMs, () => finish(leg, 'timeout'));

  return {
    gather: (leg: BookedLeg, wish: Gather) => {
      stop(leg);
      open.set(leg.leg, { wish, digits: '', callOff: patience(leg, wish) });
    },
    pressed: (leg: BookedLeg, digit: string) => {
      book.tell(leg, { type: 'leg.dtmf', digits: digit });
      const own = open.get(leg.leg);
      if (!own) return;
      if (digit === own.wish.closingKey) return finish(leg, 'key');
      own.digits += digit;
      if (own.digits.length >= own.wish.maxDigits) return finish(leg, 'full');
      own.callOff();
      own.callOff = patience(leg, own.wish);
    },
    stop,
  };
};
