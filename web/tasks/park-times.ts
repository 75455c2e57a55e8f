import { t } from '../platform/words.ts';

export const PARK_TIMES = ['hours', 'tomorrow', 'days', 'week', 'own'] as const;
export type ParkTime = (typeof PARK_TIMES)[number];

const WORDS: Record<ParkTime, string> = {
  hours: 'In three hours',
  tomorrow: 'Tomorrow at nine',
  days: 'In two days at nine',
  week: 'In a week at nine',
  own: 'At another time',
};

export const parkTimeWord = (time: ParkTime): string => t(WORDS[time]);

const DAYS = { tomorrow: 1, days: 2, week: 7 } as const;

/** The moment meant, by the reader's own clock; nothing while it is not a time yet. */
export const chosenTime = (time: ParkTime, own: string, now: number): string | undefined => {
  if (time === 'own') return Number.isNaN(Date.parse(own)) ? undefined : new Date(own).toISOString();
  if (time === 'hours') return new Date(now + 3 * 3_600_000).toISOString();
  const day = new Date(now);
  day.setDate(day.getDate() + DAYS[time]);
  day.setHours(9, 0, 0, 0);
  return day.toISOString();
};
