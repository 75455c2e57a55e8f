import { ownDeskQueries } from '@firstline/contract/own-desk.ts';
import { BARE } from '@firstline/domain/tasks/own-desk.ts';
import { query } from '../../platform/query.ts';
import { readerOf } from '../../platform/reader.ts';
import { ownStore } from '../own-stores.ts';

export const own = query({
  spec: ownDeskQueries.own,
  answer: async (desk, _, by) => (await readerOf(desk.pool).reader.take(ownStore, by.id)) ?? { ...BARE, id: by.id, version: 0 },
});
