import { tasks } from '@firstline/contract/tasks.ts';
import { initialsCalled } from '@firstline/domain/tasks/note-cues.ts';
import { noting, type Noting } from '@firstline/domain/tasks/rules/index.ts';
import { peopleCalled } from '../../desk/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { dropDraft } from '../drafts.ts';
import { callUpon } from '../own/mentions.ts';
import { signOfLife } from '../stores.ts';
import { heldFor, type Held } from '../task-command.ts';

type Facts = Noting & Held & { called: string[] };

export const noteOnTask = command({
  spec: tasks.note,
  facts: async (read, { input: { taskId, ...note }, by }): Promise<Facts | typeof NOT_THERE> => {
    const held = await heldFor(read, taskId, by);
    if (held === NOT_THERE) return NOT_THERE;
    const called = await peopleCalled(read, initialsCalled(note), held.task.queueId);
    return { ...held, note, called: called.map(({ id }) => id).filter((id) => id !== by.id) };
  },
  queueOf: ({ task }) => task.queueId,
  rules: noting,
  decide: ({ task, note, called }, { newId }) => {
    const noteId = newId();
    return [
      { type: 'task.noted', taskId: task.id, noteId, personal: note },
      ...called.map((personId) => ({ type: 'task.mentioned' as const, taskId: task.id, noteId, personId })),
    ];
  },
  soft: ({ task, by, called }, { now }) => [signOfLife(task.id, by.id, now), dropDraft(task.id, 'note', by.id), ...callUpon(called, task.id, by.id, now)],
});
