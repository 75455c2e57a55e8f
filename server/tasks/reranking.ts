import type { HouseEvent } from '@firstline/domain/desk/house.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { later } from '@firstline/domain/moment.ts';
import { on } from '../platform/reaction.ts';
import { rerankTasks } from './commands/rerank-tasks.ts';

type ListSet = Recorded<Extract<HouseEvent, { type: 'house.listSet' }>>;

const RANKED: readonly string[] = ['taskTypes', 'criticality'];

/** By then every node has forgotten the lists as they were, so no task still comes in by them. */
const FORGOTTEN_SECONDS = 6;

/** Batches in one go; then the job lets others at its place, and goes on. */
const MOST_BATCHES = 100;

/** Changed ranks hold for what waits already. After a crash it goes on where it was. */
export const tasksFollowTheRanks = on<ListSet>(
  'house.listSet',
  'tasks.rerank',
  async ({ name, version, at }, desk, { commandId }) => {
    if (!RANKED.includes(name)) return;
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const outcome = await desk.run(rerankTasks, { houseVersion: version }, voice('system'), { commandId: `${commandId}:${batch}` });
      if (outcome.status !== 200) throw new Error(`Tasks that change places were answered ${outcome.status}.`);
      if (!outcome.done.some((event) => event.type === 'reranking.advanced' && !('finished' in event))) return;
    }
    return { dueAt: at };
  },
  { due: ({ at }) => later(at, FORGOTTEN_SECONDS) },
);
