import { tasks } from '@firstline/contract/tasks.ts';
import type { Channel } from '@firstline/domain/conversations/conversation.ts';
import { later } from '@firstline/domain/moment.ts';
import { teamFor, type ContactWay } from '@firstline/domain/tasks/escalation.ts';
import { escalating, type Escalating } from '@firstline/domain/tasks/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { heldFor, type Held } from '../task-command.ts';

type Facts = Escalating & Held;

const HOUR = 3600;

/** From whatever stage a task is in, up to the team that the table names. */
export const escalateTask = command({
  spec: tasks.escalate,
  facts: async (read, { input, by, house }): Promise<Facts | typeof NOT_THERE> => {
    const held = await heldFor(read, input.taskId, by);
    if (held === NOT_THERE) return NOT_THERE;
    const { teams, escalationTable, escalationReasons, urgencies } = (await house(held.task.queueId)).lists;
    const { category, reason } = input;
    const urgency = input.urgency ?? escalationTable.find(({ id }) => id === category)?.urgencyId;
    return {
      ...held,
      chosen: { category, reason, urgency },
      team: teamFor(category, by, { teams, escalationTable }),
      teams,
      escalationTable,
      escalationReasons,
      urgencies,
    };
  },
  queueOf: ({ task }) => task.queueId,
  rules: escalating,
  decide: ({ task, chosen, team, urgencies }, { input: { issue, tried, contactBy }, now }) => {
    const { answerHours = 0, warnHours = 0 } = urgencies.find(({ id }) => id === chosen.urgency) ?? {};
    return [
      {
        type: 'task.escalated',
        taskId: task.id,
        queueId: task.queueId,
        taskType: task.taskType,
        ...chosen,
        contactBy: contactBy ?? wayOf(task.channel),
        teamId: team?.id,
        warnAt: later(now, (answerHours - warnHours) * HOUR),
        answerBy: later(now, answerHours * HOUR),
        wasWaiting: task.status === 'waiting',
        personal: { issue: issue.trim(), ...(tried?.trim() && { tried: tried.trim() }) },
      },
    ];
  },
});

/** Who wrote in a chat may be gone from it when the team answers. */
const wayOf = (channel: Channel): ContactWay => (channel === 'chat' ? 'email' : channel);
