import type { Workspace } from '@firstline/contract/tasks.ts';
import { useCommand } from '../../platform/asking.ts';
import { t } from '../../platform/words.ts';
import type { DraftContent } from '../../tasks/draft-shelf.ts';
import { BLANK_NOTE, isBlankNote, noteOf } from '../../tasks/note-fields.tsx';
import { useDraft } from '../../tasks/use-draft.ts';

/** A note being written. The composer and the closing dialog share it, so that nothing is typed twice. */
export const useNote = ({ task, drafts }: Pick<Workspace, 'task' | 'drafts'>) => {
  const draft = useDraft(task.id, 'note', drafts, BLANK_NOTE);
  const note = useCommand('tasks.note');

  const save = async (): Promise<boolean> => {
    if (note.busy || isBlankNote(draft.content)) return false;
    await draft.settle();
    const answer = await note.ask({ taskId: task.id, ...noteOf(draft.content) });
    if ('done' in answer) draft.clear();
    return 'done' in answer;
  };

  return {
    draft,
    save,
    busy: note.busy,
    problem: note.problem,
    breaches: note.refused,
    refused: isBlankNote(draft.content) ? t('Write what was discussed.') : undefined,
    write: (part: DraftContent) => {
      if (note.refused.length > 0 || note.problem) note.forget();
      draft.write(part);
    },
  };
};

export type NoteWriting = ReturnType<typeof useNote>;
