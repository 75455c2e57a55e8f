import { deskQueries, type Told } from '@firstline/contract/desk.ts';
import type { ListItem } from '@firstline/domain/desk/list-item.ts';
import { lists, type ListName } from '@firstline/domain/desk/lists.ts';
import type { Pool } from 'pg';
import { eventOf, type Entry } from '../../platform/journal.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { namesOf } from '../names-of.ts';

/** Each wish has its index: a subject, a person, a span of time, and the numbers themselves. */
export const journal = query({
  spec: deskQueries.journal,
  answer: async ({ pool }, { subjectId, personId, from, to, before, limit }) => {
    const wishes = [
      ['subject_id = ', subjectId],
      ['by = ', personId],
      ['at >= ', from],
      ['at < ', to],
      ['seq < ', before],
    ].filter(([, value]) => value !== undefined);
    const where = wishes.map(([sql], n) => `${String(sql)}$${n + 1}`).join(' and ') || 'true';
    const { rows } = await pool.query<Entry & { seq: number }>(
      `select seq, at, subject, subject_id, version, type, by, body, personal from journal where ${where} order by seq desc limit ${limit + 1}`,
      wishes.map(([, value]) => value),
    );
    const shown = rows.slice(0, limit);
    const entries = shown.map((row): Told => {
      const { type, at, by, version: _, ...event } = eventOf(row) as unknown as Told & { version: number };
      return { seq: row.seq, at, by, type, subject: row.subject, subjectId: row.subject_id, event };
    });
    const told = await Promise.all(entries.map((entry) => withLists(pool, entry)));
    return { entries: told, ...(rows.length > limit && { next: shown.at(-1)?.seq }), names: await namesOf(pool, [...shown.map(({ by }) => by), ...entries.flatMap(peopleIn)]) };
  },
});

/** A list is set as a whole: what it was before stands in the last entry that set it, or is what is shipped. */
const withLists = async (pool: Pool, entry: Told): Promise<Told> => {
  if (entry.type !== 'house.listSet') return entry;
  const { name, items } = entry.event as { name: ListName; items?: ListItem[] };
  const { rows } = await pool.query<{ items: ListItem[] | null }>(
    prepared(
      `select body -> 'items' as items from journal
       where subject_id = 'house' and type = 'house.listSet' and body ->> 'name' = $1 and seq < $2 order by seq desc limit 1`,
      [name, entry.seq],
    ),
  );
  const shipped: ListItem[] = lists[name] ?? [];
  return { ...entry, list: { before: rows[0]?.items ?? shipped, after: items ?? shipped } };
};

const peopleIn = ({ subject, subjectId }: Told): string[] => (subject === 'person' ? [subjectId] : []);
