import type { Pool, PoolClient, QueryResult } from 'pg';
import type { Desk } from './desk.ts';
import { digestOf, eventOf, FIRST_HASH, hashOf, type Entry, type Sealed } from './journal.ts';

const MOST_AT_ONCE = 500;
export const LOCK = 4_011_968;

/**
 * Gives committed events their number, their place in the hash chain and their effect on the badges.
 * Any node may seal; one does at a time. Tells what it sealed, and answers how many.
 */
export const seal = async (pool: Pool, tally: Desk['parts']['tally'], tell: (run: readonly Sealed[]) => void = () => undefined): Promise<number> => {
  const client = await pool.connect();
  let sealed: Sealed[];
  try {
    sealed = await sealBatch(client, tally);
    await client.query('commit');
  } catch (error) {
    // What was begun goes with its connection, and so does a plan from before the tables changed.
    client.release(true);
    throw error;
  }
  client.release();
  if (sealed.length > 0) tell(sealed);
  return sealed.length;
};

// A plan that was made while the tables were short would read all of them, also when they are long or full of what is gone.
// The head is looked at behind the lock: by then whoever sealed before has committed.
const BEGIN = `begin; set local enable_seqscan = off; select pg_try_advisory_xact_lock(${LOCK}) as mine;
  select seq, hash from journal order by seq desc limit 1`;
type Begun = [QueryResult, QueryResult, QueryResult<{ mine: boolean }>, QueryResult<{ seq: number; hash: string }>];

const sealBatch = async (client: PoolClient, tally: Desk['parts']['tally']): Promise<Sealed[]> => {
  const [, , lock, head] = (await client.query(BEGIN)) as unknown as Begun;
  if (!lock.rows[0]?.mine) return [];
  const { rows: taken } = await client.query<Entry & { id: number }>({
    name: 'seal-take',
    text: `delete from journal_inbox where ctid = any (array (select ctid from journal_inbox order by id limit ${MOST_AT_ONCE})) returning *`,
  });
  if (taken.length === 0) return [];
  const { seq, hash } = head.rows[0] ?? { seq: 0, hash: FIRST_HASH };
  const sealed = chain(taken.sort((a, b) => a.id - b.id).map(({ id: _id, ...entry }) => entry), seq, hash);
  await client.query({
    name: 'seal-put',
    text: `with sealed as (
        insert into journal (seq, at, subject, subject_id, version, type, by, command_id, audience, outline, body, personal, salt, digest, hash)
        select seq, at, subject, subject_id, version, type, by, command_id, audience, outline, body, personal, salt, digest, hash
        from jsonb_to_recordset($1::jsonb) as x(seq bigint, at timestamptz, subject text, subject_id text, version integer, type text,
          by text, command_id text, audience text[], outline text[], body jsonb, personal jsonb, salt text, digest text, hash text))
      insert into counters (topic, name, n)
      select topic, name, n from jsonb_to_recordset($2::jsonb) as x(topic text, name text, n bigint)
      on conflict (topic, name) do update set n = counters.n + excluded.n`,
    values: [JSON.stringify(sealed), JSON.stringify(stepsOf(sealed, tally))],
  });
  return sealed;
};

/** Numbers and links a run of entries behind the head of the journal. */
const chain = (entries: readonly Entry[], after: number, before: string): Sealed[] => {
  let seq = after;
  let last = before;
  return entries.map((entry) => {
    seq += 1;
    const digest = digestOf(entry);
    last = hashOf(entry, seq, digest, last);
    return { seq, digest, hash: last, ...entry };
  });
};

const stepsOf = (sealed: readonly Sealed[], tally: Desk['parts']['tally']): { topic: string; name: string; n: number }[] => {
  const sums = new Map<string, { topic: string; name: string; n: number }>();
  for (const step of sealed.flatMap((entry) => tally(eventOf(entry)))) {
    const key = `${step.topic} ${step.name}`;
    const sum = sums.get(key) ?? { topic: step.topic, name: step.name, n: 0 };
    sums.set(key, { ...sum, n: sum.n + step.by });
  }
  return [...sums.values()];
};
