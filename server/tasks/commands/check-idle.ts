import { tasks } from '@firstline/contract/tasks.ts';
import type { HouseRules } from '@firstline/domain/rule.ts';
import { levelOf } from '@firstline/domain/rule.ts';
import { idleTaskIsReleased, type Idling } from '@firstline/domain/tasks/rules/idle-task-is-released.ts';
import { isWarned, releaseAt } from '@firstline/domain/tasks/rules/index.ts';
import type { Task, TaskEvent } from '@firstline/domain/tasks/task.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { idleFacts } from '../activity.ts';
import { returned } from '../returned.ts';
import { taskStore } from '../stores.ts';

type Facts = Idling & { task: Task };

/** The clock only proposes; this looks again, so a task that was worked on meanwhile stays. */
export const checkIdle = command({
  spec: tasks.checkIdle,
  facts: async (read, { input, house }): Promise<Facts | typeof NOT_THERE> => {
    const task = await read.take(taskStore, input.taskId);
    if (!task) return NOT_THERE;
    const { policy } = await house(task.queueId);
    return idleFacts(read, task, policy);
  },
  queueOf: ({ task }) => task.queueId,
  rules: [],
  decide: (facts, { house }) => idleEvents(facts, house),
});

const idleEvents = (facts: Facts, house: HouseRules): TaskEvent[] => {
  const { task } = facts;
  if (task.status !== 'held' || levelOf(idleTaskIsReleased, house.levels) === 'off') return [];
  if (idleTaskIsReleased.brokenBy(facts)) return task.returnsAt ? [returned(task, 'inactivity')] : [warned(facts)];
  return isWarned(facts) && !task.returnsAt ? [warned(facts)] : [];
};

/** A question that is put late, after a stop of the desk, still gets its full time for an answer. */
const warned = (facts: Facts): TaskEvent => {
  const asked = Date.parse(facts.now) + facts.policy.idleAnswerSeconds * 1000;
  const due = Date.parse(releaseAt(facts) ?? facts.now);
  const returnsAt = new Date(due > Date.parse(facts.now) ? due : asked).toISOString();
  return { type: 'task.warned', taskId: facts.task.id, returnsAt };
};
