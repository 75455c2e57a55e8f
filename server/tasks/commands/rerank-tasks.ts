import { upkeep } from '@firstline/contract/upkeep.ts';
import { houseRules, type House } from '@firstline/domain/desk/house.ts';
import type { DeskEvent } from '@firstline/domain/event.ts';
import { rankIn } from '@firstline/domain/tasks/criticality.ts';
import type { Reranking, RerankingEvent } from '@firstline/domain/tasks/reranking.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { houseStore } from '../../desk/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import type { Reader } from '../../platform/reader.ts';
import { rerankingStore, taskStore } from '../stores.ts';

/** So many tasks move in one go: few enough that a claim seldom comes between. */
const AT_ONCE = 50;

type Facts = { known?: Reranking; isNew: boolean; total: number; house: House; tasks: Task[] };

/** One run for one state of the settings, batch by batch; a later change begins anew, and the earlier run is over. */
export const rerankTasks = command({
  spec: upkeep.rerank,
  facts: async (read, { input }): Promise<Facts | typeof NOT_THERE> => {
    // Read here and not taken from what this node remembers: the change is moments old.
    const house = await read.take(houseStore, 'house');
    if (!house) return NOT_THERE;
    const known = await read.take(rerankingStore, 'ranks');
    const isNew = (known?.houseVersion ?? 0) < input.houseVersion;
    return { known, isNew, house, total: isNew ? await openTasks(read) : 0, tasks: await nextOpen(read, isNew ? '' : (known?.upTo ?? '')) };
  },
  rules: [],
  decide: ({ known, isNew, total, house, tasks }, { input: { houseVersion } }): DeskEvent[] => {
    const isOver = !isNew && (known?.finishedAt !== undefined || known?.houseVersion !== houseVersion);
    if (isOver) return [];
    const { lists } = houseRules(house);
    const moved = tasks.flatMap((task) => {
      const rank = rankIn(lists, task);
      return rank === task.rank ? [] : [{ type: 'task.reranked' as const, taskId: task.id, queueId: task.queueId, rank }];
    });
    return [
      ...(isNew ? [{ type: 'reranking.started' as const, rerankingId: 'ranks' as const, houseVersion, total }] : []),
      ...moved,
      advanced(isNew ? undefined : known, tasks),
    ];
  },
});

const advanced = (known: Reranking | undefined, tasks: readonly Task[]): RerankingEvent => ({
  type: 'reranking.advanced',
  rerankingId: 'ranks',
  done: (known?.done ?? 0) + tasks.length,
  upTo: tasks.at(-1)?.conversationId ?? known?.upTo ?? '',
  ...(tasks.length < AT_ONCE && { finished: true }),
});

/** Counted once for a run, over the index of what is open alone. */
const openTasks = async (read: Reader): Promise<number> =>
  (await read.rows<{ n: number }>(`select count(*)::integer as n from tasks where status <> 'closed'`))[0]?.n ?? 0;

const nextOpen = async (read: Reader, upTo: string): Promise<Task[]> => {
  const rows = await read.rows<{ id: string }>(
    `select id from tasks where status <> 'closed' and conversation_id > $1 order by conversation_id limit ${AT_ONCE}`,
    [upTo],
  );
  const tasks = await Promise.all(rows.map(({ id }) => read.take(taskStore, id)));
  return tasks.filter((task): task is Task => task !== undefined && task.status !== 'closed');
};
