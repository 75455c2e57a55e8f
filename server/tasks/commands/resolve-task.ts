import { tasks } from '@firstline/contract/tasks.ts';
import { closing, type Closing } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { standingOf } from '@firstline/domain/booking/appointment.ts';
import { secondsFrom } from '@firstline/domain/moment.ts';
import { appointmentsOf } from '../../booking/index.ts';
import { contactFacts, conversationStore } from '../../conversations/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { heldFor } from '../task-command.ts';

type Facts = Closing & { task: Task; thread?: 'open' | 'closed' };

export const resolveTask = command({
  spec: tasks.resolve,
  facts: async (read, { input, by, house }): Promise<Facts | typeof NOT_THERE> => {
    const held = await heldFor(read, input.taskId, by);
    if (held === NOT_THERE) return NOT_THERE;
    const { task } = held;
    const { policy, lists } = await house(task.queueId);
    const conversation = await read.take(conversationStore, task.conversationId);
    return {
      ...held,
      teams: lists.teams,
      reason: input.reason,
      reasons: lists.closeReasons,
      ...(await contactFacts(read, task.conversationId)),
      appointments: standingOf(await appointmentsOf(read, task.id)),
      ending: { solution: input.solution?.trim(), nextStep: input.nextStep?.trim(), confirmed: input.confirmed, thanked: input.thanked },
      policy,
      thread: conversation?.status,
    };
  },
  queueOf: ({ task }) => task.queueId,
  rules: closing,
  decide: ({ task, reason, thread, lastContactAt, ending: { solution, nextStep, confirmed, thanked } = {} }, { now }) => [
    {
      type: 'task.closed',
      taskId: task.id,
      queueId: task.queueId,
      reason: reason as string,
      ...(confirmed && { confirmed }),
      ...(thanked !== undefined && { thanked }),
      ...(lastContactAt && { sinceContactSeconds: Math.round(secondsFrom(lastContactAt, now)) }),
      ...((solution || nextStep) && { personal: { ...(solution && { solution }), ...(nextStep && { nextStep }) } }),
    },
    ...(thread === 'open' ? [{ type: 'conversation.closed' as const, conversationId: task.conversationId }] : []),
  ],
});
