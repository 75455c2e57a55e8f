import { accessQueries } from '@firstline/contract/access.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';

export const secondStep = query({
  spec: accessQueries.secondStep,
  answer: async ({ pool }, _, { id }) => {
    const { rows } = await pool.query<{ on: boolean; backupCodes: number }>(
      prepared(
        `select exists (select 1 from second_steps where person_id = $1 and confirmed) as on,
           (select count(*)::int from backup_codes where person_id = $1) as "backupCodes"`,
        [id],
      ),
    );
    return rows[0] ?? { on: false, backupCodes: 0 };
  },
});
