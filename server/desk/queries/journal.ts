import { deskQueries, type Told } from '@firstline/contract/desk.ts';
import { eventOf, type Entry } from '../../platform/journal.ts';
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
    return { entries, ...(rows.length > limit && { next: shown.at(-1)?.seq }), names: await namesOf(pool, [...shown.map(({ by }) => by), ...entries.flatMap(peopleIn)]) };
  },
});

const peopleIn = ({ subject, subjectId }: Told): string[] => (subject === 'person' ? [subjectId] : []);
