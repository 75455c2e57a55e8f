import { COMPLAINT, letter, type Letter } from './letters.ts';

/** Seconds after the doors open. */
export type Moment = { at: number } & ({ what: 'mail'; letter: Letter } | { what: 'race' } | { what: 'nap' });

export type DayPlan = { seconds: number; moments: Moment[] };

const HOUR = 3600;

/** A working day from a seed: busy in the morning and after lunch, with a complaint, a race for one task, and somebody who falls asleep. */
export const dayOf = (next: () => number, { hours, mailsPerHour }: { hours: number; mailsPerHour: number }): DayPlan => {
  const seconds = hours * HOUR;
  const mails = Math.max(4, Math.round(hours * mailsPerHour));
  const moments: Moment[] = Array.from({ length: mails }, (_, n) => ({ what: 'mail', at: busyAt(next) * seconds * 0.85, letter: letter(next, n === 2 ? COMPLAINT : undefined) }));
  moments.push({ what: 'race', at: seconds * 0.3 }, { what: 'nap', at: seconds * 0.35 });
  return { seconds, moments: moments.sort((a, b) => a.at - b.at) };
};

/** Where in the day somebody writes, 0 to 1: two in three in the first third or just after the middle. */
const busyAt = (next: () => number): number => {
  const place = next();
  if (place < 0.4) return next() / 3;
  return place < 0.65 ? 0.5 + next() / 6 : next();
};
