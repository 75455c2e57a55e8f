import type { Task } from '@firstline/domain/tasks/task.ts';
import type { Fragment } from '../platform/fragment.ts';

/** Counts what became of the question whether an agent is still there. One that ends otherwise than by silence counts as answered. */
export const idleQuestions = (task: Task, before: Task | undefined): Fragment[] => {
  if (before?.returnsAt === undefined && task.returnsAt !== undefined && task.heldBy) return [counted(task.heldBy, 'shown')];
  if (before?.returnsAt === undefined || task.returnsAt !== undefined || !before.heldBy) return [];
  return [counted(before.heldBy, task.idleReturns > before.idleReturns ? 'ignored' : 'answered')];
};

const counted = (personId: string, what: 'shown' | 'answered' | 'ignored'): Fragment => ({
  sql: `insert into idle_questions (person_id, day, ${what}) values (?, desk_now()::date, 1)
    on conflict (person_id, day) do update set ${what} = idle_questions.${what} + 1`,
  values: [personId],
});
