import type { Clock } from './clock.ts';
import type { Refusal } from './phone-call.ts';
import type { TrunkConfig } from './trunk-config.ts';

const NUMBER = /^\+[1-9]\d{6,14}$/;
const MINUTE = 60_000;

export type CallLimits = {
  /** What stands against a call to this number; nothing: it may be tried. */
  againstCalling: (number: string) => Refusal | undefined;
  againstTaking: (number: string) => Refusal | undefined;
  /** Counts a call from now until the answer is called. */
  begin: (number: string) => () => void;
  running: () => number;
};

/** Keeps a stolen secret or a wild script from costing a fortune. */
export const openCallLimits = ({ most, allowedCountries }: TrunkConfig, clock: Clock): CallLimits => {
  const running = new Map<string, number>();
  let begun: number[] = [];
  const calls = () => [...running.values()].reduce((sum, count) => sum + count, 0);

  const againstOneMore = (number: string): Refusal | undefined => {
    begun = begun.filter((at) => clock.now() - at < MINUTE);
    if (begun.length >= most.callsPerMinute) return 'too-many-in-a-minute';
    if (calls() >= most.calls) return 'too-many-calls';
    // Who hides the number shares it with nobody.
    return number !== '' && (running.get(number) ?? 0) >= most.callsWithOneNumber ? 'too-many-with-number' : undefined;
  };

  return {
    againstCalling: (number) => {
      if (!NUMBER.test(number)) return 'not-a-number';
      if (!allowedCountries.some((code) => /^\+\d+$/.test(code) && number.startsWith(code))) return 'country-not-allowed';
      return againstOneMore(number);
    },
    againstTaking: againstOneMore,
    begin: (number) => {
      begun.push(clock.now());
      running.set(number, (running.get(number) ?? 0) + 1);
      let counted = true;
      return () => {
        if (!counted) return;
        counted = false;
        const left = (running.get(number) ?? 1) - 1;
        if (left > 0) running.set(number, left);
        else running.delete(number);
      };
    },
    running: calls,
  };
};
