import { t } from './words.ts';

/** How this reader's day is written. Set once the person and the house are known. */
export type Habits = { locale: string; zone?: string; hourCycle: 'h12' | 'h23' };
let habits: Habits = { locale: 'en-GB', hourCycle: 'h23' };
export const setHabits = (chosen: Partial<Habits>): void => {
  habits = { ...habits, ...chosen };
  writers.clear();
};

export const secondsSince = (at: string, now: number): number => Math.floor((now - Date.parse(at)) / 1000);
export const secondsUntil = (at: string, now: number): number => Math.ceil((Date.parse(at) - now) / 1000);

/** A running clock: `0:19`, `6:42`, `1:06:42`. */
export const running = (seconds: number): string => {
  const whole = Math.abs(Math.trunc(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return `${seconds < 0 ? '−' : ''}${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}`;
};

/** How old something is, in one glance: `6 min`, `4 h 10`, `26 h`, `3 days`. */
export const ago = (at: string, now: number): string => {
  const minutes = Math.max(0, Math.floor(secondsSince(at, now) / 60));
  if (minutes < 1) return t('now');
  if (minutes < 60) return t('{{n}} min', { n: minutes });
  if (minutes < 10 * 60) return t('{{h}} h {{m}}', { h: Math.floor(minutes / 60), m: two(minutes % 60) });
  if (minutes < 72 * 60) return t('{{h}} h', { h: Math.floor(minutes / 60) });
  return t('{{count}} days', { count: Math.floor(minutes / 1440) });
};

/** A length as it is spoken: `40 s`, `12 min`, `3 h 12 min`. */
export const lasting = (seconds: number): string => {
  if (seconds < 60) return t('{{n}} s', { n: Math.max(0, Math.floor(seconds)) });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t('{{n}} min', { n: minutes });
  return t('{{h}} h {{m}} min', { h: Math.floor(minutes / 60), m: minutes % 60 });
};

/** When something was: `09:14` today, else with as much of the day as is needed. */
export const clockTime = (at: string, now: number): string => {
  const time = hour(at);
  const days = daysBetween(at, now);
  if (days === 0) return time;
  if (days === -1) return t('yesterday {{time}}', { time });
  return t('{{day}}, {{time}}', { day: dayName(at, now), time });
};

/** The day something belongs to, as a thread is parted by days: `Today`, `Yesterday`, `12 Mar`. */
export const dayOf = (at: string, now: number): string => {
  const days = daysBetween(at, now);
  if (days === 0) return t('Today');
  return days === -1 ? t('Yesterday') : dayName(at, now);
};

/** When something is due: `in 8 min`, `due 14:00`, `due tomorrow 14:00`, `12 min late`. */
export const dueIn = (at: string, now: number): string => {
  const left = secondsUntil(at, now);
  if (left < 0) return t('{{time}} late', { time: lasting(-left) });
  if (left < 60) return t('due now');
  if (left < 3600) return t('in {{n}} min', { n: Math.floor(left / 60) });
  const time = hour(at);
  const days = daysBetween(at, now);
  if (days === 0) return t('due {{time}}', { time });
  if (days === 1) return t('due tomorrow {{time}}', { time });
  return t('due {{day}}, {{time}}', { day: dayName(at, now), time });
};

const two = (n: number): string => String(n).padStart(2, '0');
const format = (at: string | number, shape: Intl.DateTimeFormatOptions): string => writer(habits.locale, shape).format(new Date(at));

/** Making one costs more than a hundred uses of it. */
const writers = new Map<string, Intl.DateTimeFormat>();
const writer = (locale: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = locale + JSON.stringify(shape);
  const known = writers.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: habits.zone, ...shape });
  writers.set(key, known);
  return known;
};
const hour = (at: string): string => format(at, { hour: habits.hourCycle === 'h12' ? 'numeric' : '2-digit', minute: '2-digit', hourCycle: habits.hourCycle });

/** Counted in the reader's days, so that 23:59 was yesterday at 00:01. */
const daysBetween = (at: string, now: number): number => Math.round((dayStart(at) - dayStart(now)) / 86_400_000);
const dayStart = (at: string | number): number => {
  const part = Object.fromEntries(
    writer('en', { year: 'numeric', month: 'numeric', day: 'numeric' })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day ?? 1);
};

const dayName = (at: string, now: number): string => {
  const days = daysBetween(at, now);
  if (days > 1 && days < 7) return format(at, { weekday: 'short' });
  const sameYear = format(at, { year: 'numeric' }) === format(now, { year: 'numeric' });
  return format(at, sameYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' });
};
