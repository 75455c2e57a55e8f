import type { Pool, PoolClient } from 'pg';
import type { Parts } from './desk.ts';
import { eventOf, type Entry } from './journal.ts';
import { LOCK as SEALING } from './sealer.ts';

const COUNTING = SEALING + 1;

type Count = { topic: string; name: string; n: number };
type Seen = { there: Count[] | null; counted: Count[] | null; coming: Entry[] | null };

/**
 * Counts the badges anew from the rows, for whoever counted before may have counted otherwise: a node of another build does
 * while both are about. What is off is added or taken away, as the sealer does, so nothing waits for the counting and
 * nothing that is sealed meanwhile is lost. Answers how many were off.
 */
export const recount = async (pool: Pool, { tally, counted }: Pick<Parts, 'tally' | 'counted'>): Promise<number> => {
  if (!counted) return 0;
  const client = await pool.connect();
  try {
    await client.query('begin; set local enable_seqscan = off');
    const off = await howFarOff(client, tally, counted);
    if (off.length > 0) await mend(client, off);
    await client.query('commit');
    client.release();
    return off.length;
  } catch (error) {
    client.release(true);
    throw error;
  }
};

/** Rows, counters and what waits to be sealed are seen at one moment: between them nothing is ever off. */
const howFarOff = async (client: PoolClient, tally: Parts['tally'], { topics, sql }: NonNullable<Parts['counted']>): Promise<Count[]> => {
  // Two that mend the same would mend it twice.
  const { rows: locks } = await client.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock(${COUNTING}) as mine`);
  if (!locks[0]?.mine) return [];
  const { rows } = await client.query<Seen>(
    `select (select jsonb_agg(rows) from (${sql}) as rows) as there,
       (select jsonb_agg(counters) from counters where starts_with(topic, $1)) as counted,
       (select jsonb_agg(jsonb_build_object('type', type, 'at', at, 'by', by, 'version', version, 'body', body)) from journal_inbox) as coming`,
    [topics],
  );
  const { there, counted, coming } = rows[0] as Seen;
  const steps = (coming ?? []).flatMap((entry) => tally(eventOf(entry))).filter(({ topic }) => topic.startsWith(topics));
  const sums = new Map<string, Count>();
  const add = (counts: readonly Count[], sign: 1 | -1): void => {
    for (const { topic, name, n } of counts) sums.set(`${topic} ${name}`, { topic, name, n: (sums.get(`${topic} ${name}`)?.n ?? 0) + sign * n });
  };
  add(there ?? [], 1);
  add(steps.map(({ topic, name, by }) => ({ topic, name, n: by })), -1);
  add(counted ?? [], -1);
  return [...sums.values()].filter(({ n }) => n !== 0);
};

/** Beside a sealer each of the two could wait for a row of the other. */
const mend = async (client: PoolClient, off: readonly Count[]): Promise<void> => {
  await client.query(`select pg_advisory_xact_lock(${SEALING})`);
  await client.query(
    `insert into counters (topic, name, n) select topic, name, n from jsonb_to_recordset($1::jsonb) as x(topic text, name text, n bigint)
     on conflict (topic, name) do update set n = counters.n + excluded.n`,
    [JSON.stringify(off)],
  );
};
