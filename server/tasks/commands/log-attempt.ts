import { tasks } from '@firstline/contract/tasks.ts';
import { stillThere } from '../still-there.ts';
import { holderCommand } from '../task-command.ts';

export const logAttempt = holderCommand({
  spec: tasks.logAttempt,
  decide: ({ task }, { input: { channel, address, result, remark }, newId }) => [
    ...stillThere(task),
    {
      type: 'attempt.logged',
      attemptId: newId(),
      conversationId: task.conversationId,
      channel,
      result,
      personal: { address: address.trim(), ...(remark?.trim() && { remark: remark.trim() }) },
    },
  ],
});
