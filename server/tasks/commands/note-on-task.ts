import { tasks } from '@firstline/contract/tasks.ts';
import { dropDraft } from '../drafts.ts';
import { signOfLife } from '../stores.ts';
import { holderCommand } from '../task-command.ts';

export const noteOnTask = holderCommand({
  spec: tasks.note,
  decide: ({ task }, { input: { taskId: _, ...note }, newId }) => [
    { type: 'task.noted', taskId: task.id, noteId: newId(), personal: note },
  ],
  soft: ({ task, by }, { now }) => [signOfLife(task.id, by.id, now), dropDraft(task.id, 'note', by.id)],
});
