import { upkeepQueries } from '@firstline/contract/upkeep.ts';
import { query } from '../../platform/query.ts';
import { readerOf } from '../../platform/reader.ts';
import { rerankingStore } from '../stores.ts';

export const reranking = query({
  spec: upkeepQueries.reranking,
  answer: async (desk) => {
    const known = await readerOf(desk.pool).reader.take(rerankingStore, 'ranks');
    return { ...(known && { reranking: known }) };
  },
});
