/** How long a task has been open, in the bands a queue shows. */
export const AGE_BANDS = {
  fresh: { label: 'Fresh', upToHours: 1 },
  standard: { label: 'Standard', upToHours: 4 },
  prioritise: { label: 'Prioritise', upToHours: 24 },
  urgent: { label: 'Urgent', upToHours: Number.POSITIVE_INFINITY },
} as const;

export type AgeBand = keyof typeof AGE_BANDS;

/** "Under" one hour is fresh; a task is "over" four or twenty-four only after the full hour. */
export const ageBand = (openedAt: string, now: string): AgeBand => {
  const hours = (Date.parse(now) - Date.parse(openedAt)) / 3_600_000;
  if (hours < AGE_BANDS.fresh.upToHours) return 'fresh';
  if (hours <= AGE_BANDS.standard.upToHours) return 'standard';
  return hours <= AGE_BANDS.prioritise.upToHours ? 'prioritise' : 'urgent';
};
