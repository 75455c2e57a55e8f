import type { MyWork, Workspace } from '@firstline/contract/tasks.ts';
import { cardOf, type TaskCard } from '@firstline/domain/tasks/card.ts';
import { useQueryClient } from '@tanstack/react-query';
import type { QueueList } from './queue-live.ts';

/** Finds the card of a task among all that this screen has read: the newest one. */
export const useKnownCards = (): ((taskId: string | undefined) => TaskCard | undefined) => {
  const client = useQueryClient();
  return (taskId) => {
    const workspace = client.getQueryData<Workspace>(['tasks.workspace', { taskId }]);
    const lists = client.getQueriesData<QueueList>({ queryKey: ['tasks.waiting'] }).flatMap(([, list]) => list?.cards ?? []);
    const mine = client.getQueryData<MyWork>(['tasks.mine', {}]);
    return [...(workspace ? [cardOf(workspace.task)] : []), ...lists, ...(mine?.held ?? []), ...(mine?.parked ?? []), ...(mine?.recent ?? [])]
      .filter(({ id }) => id === taskId)
      .sort((one, other) => other.version - one.version)[0];
  };
};
