import { accessQueries } from '@firstline/contract/access.ts';
import type { Token } from '@firstline/domain/desk/token.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { fromRow } from '../../platform/store.ts';
import { namesOf } from '../names-of.ts';
import { tokenStore } from '../stores.ts';

export const tokens = query({
  spec: accessQueries.tokens,
  answer: async ({ pool }) => {
    const { rows } = await pool.query<Record<string, unknown> & { last_used_at: string | null }>(
      prepared('select tokens.*, last_used_at from tokens left join token_secrets on token_id = tokens.id order by status, made_at desc', []),
    );
    const all = rows.map((row) => ({ ...fromRow<Token>(tokenStore, row), ...(row.last_used_at && { lastUsedAt: row.last_used_at }) }));
    return { tokens: all, names: await namesOf(pool, all.map(({ madeBy }) => madeBy)) };
  },
});
