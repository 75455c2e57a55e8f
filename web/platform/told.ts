import type { Breach } from '@firstline/domain/rule.ts';
import { serverNow } from '../ui/now.ts';
import { clockTime } from './time.ts';

const NAMED_TIME = /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) UTC/g;

/** Each rule once: what this screen says by itself, then what only the desk knew. */
export const saidOnce = (known: readonly Breach[], refused: readonly Breach[]): Breach[] => [...known, ...refused.filter(({ rule }) => known.every((breach) => breach.rule !== rule))];

/** Rules know nobody's time zone and name theirs; the reader is told the time by the clock on the wall. */
export const toldHere = (breaches: readonly Breach[]): Breach[] =>
  breaches.map((breach) =>
    breach.because ? { ...breach, because: breach.because.replace(NAMED_TIME, (_, day: string, time: string) => clockTime(`${day}T${time}:00Z`, serverNow())) } : breach,
  );
