import type { Task, TaskEvent } from '@firstline/domain/tasks/task.ts';

/** Work on a task that is no event of its own still answers the desk's question whether its agent is there. */
export const stillThere = ({ id, returnsAt }: Pick<Task, 'id' | 'returnsAt'>): TaskEvent[] =>
  returnsAt ? [{ type: 'task.continued', taskId: id }] : [];
