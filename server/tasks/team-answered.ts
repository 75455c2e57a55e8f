import type { Task, TaskEvent } from '@firstline/domain/tasks/task.ts';

/** The team that holds an escalated task turned to the customer: once is enough for the answer that was due. */
export const teamAnswered = ({ id, escalation }: Pick<Task, 'id' | 'escalation'>): TaskEvent[] =>
  escalation && !escalation.answeredAt ? [{ type: 'task.teamAnswered', taskId: id }] : [];
