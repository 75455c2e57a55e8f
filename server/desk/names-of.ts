import { isVoice, type Voice } from '@firstline/domain/desk/role.ts';
import type { Pool } from 'pg';
import { prepared } from '../platform/prepared.ts';
import type { Reader } from '../platform/reader.ts';

/** Who asks when no person does, as a reader of a history would call them. */
const VOICE_NAMES: Record<Voice, string> = { system: 'The desk', clock: 'The clock', customer: 'The customer' };

/** How people are called, by their ids. Unknown ids are left out. */
export const namesOf = async (pool: Pool, ids: readonly string[]): Promise<Record<string, string>> => {
  const people = [...new Set(ids)].filter((id) => !isVoice(id));
  const voices = ids.filter(isVoice).map((id) => [id, VOICE_NAMES[id]] as const);
  if (people.length === 0) return Object.fromEntries(voices) as Record<string, string>;
  const { rows } = await pool.query<{ id: string; name: string }>(
    prepared('select id, name from people where id = any ($1) union all select id, name from tokens where id = any ($1)', [people]),
  );
  return Object.fromEntries([...voices, ...rows.map(({ id, name }) => [id, name])]) as Record<string, string>;
};

/** How one person is called, for the facts of a command. */
export const nameOf = async (read: Reader, id: string): Promise<string | undefined> =>
  (await read.rows<{ name: string }>('select name from people where id = $1', [id]))[0]?.name;
