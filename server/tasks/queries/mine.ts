import { taskQueries, type MyWork } from '@firstline/contract/tasks.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { CARD_COLUMNS, cardFromRow, sealedSeq } from './card.ts';

const MOST_RECENT = 10;

export const mine = query({
  spec: taskQueries.mine,
  answer: async (desk, _, by): Promise<MyWork> => {
    const seq = await sealedSeq(desk.pool);
    const held = await desk.pool.query<Record<string, unknown>>(
      prepared(`select ${CARD_COLUMNS} from tasks where held_by = $1 and status = 'held' order by slot`, [by.id]),
    );
    const parked = await desk.pool.query<Record<string, unknown>>(
      prepared(
        `select * from (
           select ${CARD_COLUMNS} from tasks where parked_by = $1 and status = 'parked'
           union all select ${CARD_COLUMNS} from tasks where reserved_for = $1
         ) as mine order by coalesce(reserved_until, parked_until)`,
        [by.id],
      ),
    );
    const recent = await desk.pool.query<Record<string, unknown>>(
      prepared(
        `select ${CARD_COLUMNS} from tasks join (
           select task_id, since from task_holds where person_id = $1 order by since desc limit ${MOST_RECENT + 5}
         ) as h on h.task_id = tasks.id
         where held_by is distinct from $1 and parked_by is distinct from $1 and reserved_for is distinct from $1 order by h.since desc limit ${MOST_RECENT}`,
        [by.id],
      ),
    );
    return { seq, held: held.rows.map(cardFromRow), parked: parked.rows.map(cardFromRow), recent: recent.rows.map(cardFromRow) };
  },
});
