import { proposedInitials } from './initials.ts';

/** Initials that nobody has yet: the usual ones, else with the first number that is free. */
export const freeInitials = (name: string, taken: readonly string[]): string => {
  const usual = proposedInitials(name);
  if (!usual) return '';
  const used = new Set(taken.map((one) => one.toUpperCase()));
  let free = usual;
  for (let n = 2; used.has(free.toUpperCase()); n += 1) free = `${usual}${n}`;
  return free;
};
