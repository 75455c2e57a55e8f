import { voice } from '@firstline/domain/desk/role.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import { on } from '../platform/reaction.ts';
import { readerOf } from '../platform/reader.ts';
import { checkTeamAnswer } from './commands/check-team-answer.ts';
import { taskStore } from './stores.ts';

type Escalated = Recorded<Extract<TaskEvent, { type: 'task.escalated' }>>;

/** The team is reminded before a customer's answer is due, and once more when it is late. */
export const teamsAreReminded = on<Escalated>(
  'task.escalated',
  'tasks.answers',
  async (event, desk, { commandId }) => {
    const { reader } = readerOf(desk.pool);
    const answerBy = (await reader.take(taskStore, event.taskId))?.answerBy;
    if (!answerBy || answerBy !== event.answerBy) return;
    await desk.run(checkTeamAnswer, { taskId: event.taskId }, voice('clock'), { commandId });
    return answerBy > (await reader.now()) ? { dueAt: answerBy } : undefined;
  },
  { key: (event) => `team-answer:${event.taskId}`, due: (event) => event.warnAt ?? event.at },
);
