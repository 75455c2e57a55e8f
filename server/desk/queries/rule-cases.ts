import { deskQueries, type RuleCase, type RuleUse } from '@firstline/contract/desk.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { namesOf } from '../names-of.ts';

/** A week back; the numbers begin there, so that the index on numbers finds the rest. */
const OF_THE_WEEK = `subject in ('refusal', 'acknowledgement')
  and seq >= coalesce((select seq from journal where at >= desk_now() - interval '7 days' order by at limit 1), 0)`;

export const ruleUse = query({
  spec: deskQueries.ruleUse,
  answer: async ({ pool }) => {
    const { rows } = await pool.query<{ rule: string; stopped: number; passed: number }>(
      prepared(
        `select rule, count(*) filter (where subject = 'refusal') as stopped, count(*) filter (where subject = 'acknowledgement') as passed
         from journal, jsonb_array_elements_text(body -> 'rules') as rule where ${OF_THE_WEEK} group by rule`,
        [],
      ),
    );
    const { rows: clock } = await pool.query<{ since: string }>(prepared(`select desk_now() - interval '7 days' as since`, []));
    const rules = Object.fromEntries(rows.map(({ rule, stopped, passed }): [string, RuleUse] => [rule, { stopped, passed }]));
    return { since: clock[0]?.since ?? '', rules };
  },
});

type Row = { seq: number; at: string; by: string; subject: string; command: string; personal: { input?: Record<string, unknown>; facts?: unknown } | null };

export const ruleCases = query({
  spec: deskQueries.ruleCases,
  answer: async ({ pool }, { rule, before, limit }) => {
    const { rows } = await pool.query<Row>(
      prepared(
        `select seq, at, by, subject, body ->> 'command' as command, personal from journal
         where ${OF_THE_WEEK} and body -> 'rules' ? $1 and seq < coalesce($2::bigint, seq + 1) order by seq desc limit $3`,
        [rule, before ?? null, limit + 1],
      ),
    );
    const shown = rows.slice(0, limit);
    const cases = shown.map(({ seq, at, by, subject, command, personal }): RuleCase => ({
      seq,
      at,
      by,
      what: subject === 'refusal' ? 'stopped' : 'passed',
      command,
      ...(personal?.input && { input: personal.input }),
      ...(aboutOf(personal?.facts) && { about: aboutOf(personal?.facts) }),
    }));
    return { cases, ...(rows.length > limit && { next: shown.at(-1)?.seq }), names: await namesOf(pool, shown.map(({ by }) => by)) };
  },
});

/** What it was about, in a few words, when the facts hold a task or a person. */
const aboutOf = (facts: unknown): string | undefined => {
  const { task, person } = (facts ?? {}) as { task?: { subject?: string; customerName?: string }; person?: { name?: string } };
  return [task?.customerName, task?.subject].filter(Boolean).join(': ') || person?.name;
};
