import { ownDeskQueries } from '@firstline/contract/own-desk.ts';
import { BARE, type ShownView } from '@firstline/domain/tasks/own-desk.ts';
import { query } from '../../platform/query.ts';
import { readerOf } from '../../platform/reader.ts';
import { ownStore } from '../own-stores.ts';

export const own = query({
  spec: ownDeskQueries.own,
  answer: async (desk, _, by) => {
    const { reader } = readerOf(desk.pool);
    const [last] = await reader.rows<{ view: ShownView }>('select view from last_views where person_id = $1', [by.id]);
    const kept = (await reader.take(ownStore, by.id)) ?? { ...BARE, id: by.id, version: 0 };
    return { ...kept, ...(last && { lastView: last.view }) };
  },
});
