import { tasks } from '@firstline/contract/tasks.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { keepDraft } from '../drafts.ts';
import { taskFor } from '../task-command.ts';

/** Taken from whoever serves the queue, holder or not: what was typed before a release is not lost by it. */
export const saveDraft = command({
  spec: tasks.saveDraft,
  facts: async (read, { input, by }) => {
    const task = await taskFor(read, input.taskId, by);
    return task === NOT_THERE ? NOT_THERE : { task };
  },
  rules: [],
  history: false,
  decide: () => [],
  soft: ({ task }, { input, by, now }) => [keepDraft(task.id, input.kind, by.id, input.content, now)],
});
