import { tasks } from '@firstline/contract/tasks.ts';
import { attemptEvent } from '../../conversations/index.ts';
import { dropDraft } from '../drafts.ts';
import { firstContact } from '../first-contact.ts';
import { signOfLife } from '../stores.ts';
import { stillThere } from '../still-there.ts';
import { teamAnswered } from '../team-answered.ts';
import { holderCommand } from '../task-command.ts';

export const logAttempt = holderCommand({
  spec: tasks.logAttempt,
  decide: ({ task }, { input: { channel, address, result, remark }, newId, now }) => [
    ...stillThere(task),
    ...teamAnswered(task),
    attemptEvent({
      attemptId: newId(),
      conversationId: task.conversationId,
      channel,
      result,
      address: address.trim(),
      remark: remark?.trim(),
    }),
    ...firstContact(task, now),
  ],
  soft: ({ task, by }, { now }) => [signOfLife(task.id, by.id, now), dropDraft(task.id, 'attempt', by.id)],
});
