import { taskQueries } from '@firstline/contract/tasks.ts';
import { reaches } from '@firstline/domain/desk/role.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { sealedSeq } from './card.ts';

export const badges = query({
  spec: taskQueries.badges,
  answer: async (desk, _, by) => {
    const seq = await sealedSeq(desk.pool);
    const { rows } = await desk.pool.query<{ topic: string; n: number }>(
      prepared(`select topic, n from counters where name = 'waiting'`, []),
    );
    const mine = rows
      .map(({ topic, n }) => [topic.replace(/^queue:/, ''), n] as const)
      .filter(([queueId]) => reaches(by, queueId));
    return { seq, waiting: Object.fromEntries(mine) };
  },
});
