import type { Told } from '@firstline/contract/desk.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { listSaid } from './list-words.ts';

const MOST_CHARACTERS = 600;

export type Reading = {
  /** The subject of the entry stands beside it already. */
  subjectId?: string;
  /** Who or what an id is, where that is known. */
  nameOf?: (id: string) => string | undefined;
  now?: number;
  /** Of a list that was set: what it was and what it is. */
  list?: Told['list'];
};

/** What an entry says beside its kind, in one line: names of fields and what stands in them, the personal part among them. */
export const saidIn = (event: Record<string, unknown>, reading: Reading = {}): string => {
  const { personal, ...fields } = event;
  if (reading.list) return `${fieldWord(String(event.name))} · ${listSaid(reading.list.before, reading.list.after, fieldWord)}`;
  const said = Object.entries({ ...fields, ...(personal as Record<string, unknown> | undefined) })
    .filter(([name, value]) => name !== 'facts' && value !== reading.subjectId)
    .map(([name, value]) => [fieldWord(name), told(value, reading)])
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
  return said.length > MOST_CHARACTERS ? `${said.slice(0, MOST_CHARACTERS)}…` : said;
};

/** `nowWaiting` is "now waiting", `queueId` is "queue". */
const fieldWord = (name: string): string => name.replace(/(?<=[a-z])Ids?$/, '').replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A value as somebody would say it. An id that nobody knows by name says nothing. */
const told = (value: unknown, reading: Reading): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'string') return ID.test(value) ? (reading.nameOf?.(value) ?? '') : MOMENT.test(value) ? clockTime(value, reading.now ?? Date.parse(value)) : value;
  if (Array.isArray(value)) return value.map((one) => labelOf(one) ?? told(one, reading)).filter(Boolean).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => [fieldWord(name), told(one, reading)])
      .filter(([, one]) => one)
      .map(([name, one]) => `${name} ${one}`)
      .join(', ');
  return typeof value === 'number' ? String(value) : '';
};

/** An entry of a list is told by its name alone. */
const labelOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'label' in value && typeof value.label === 'string' ? value.label : undefined;

/** A day as the field gives it, as the moment at which it begins here. */
export const momentOf = (day: string, plusDays = 0): string | undefined => {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? new Date(year, month - 1, date + plusDays).toISOString() : undefined;
};
