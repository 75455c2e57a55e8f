import { tasks } from '@firstline/contract/tasks.ts';
import { granting, type Granting } from '@firstline/domain/tasks/rules/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { stillThere } from '../still-there.ts';
import { signOfLife } from '../stores.ts';
import { heldFor, type Held } from '../task-command.ts';

type Facts = Granting & Held;

export const grantOnTask = command({
  spec: tasks.grant,
  facts: async (read, { input: { taskId, kind, amount }, by, house }): Promise<Facts | typeof NOT_THERE> => {
    const held = await heldFor(read, taskId, by);
    if (held === NOT_THERE) return NOT_THERE;
    const { authorityLimits } = (await house(held.task.queueId)).lists;
    return { ...held, grant: { kind, amount }, authorityLimits };
  },
  queueOf: ({ task }) => task.queueId,
  rules: granting,
  decide: ({ task, grant }, { input, newId }) => [
    ...stillThere(task),
    { type: 'task.granted', taskId: task.id, grantId: newId(), ...grant, personal: { words: input.words.trim() } },
  ],
  soft: ({ task, by }, { now }) => [signOfLife(task.id, by.id, now)],
});
