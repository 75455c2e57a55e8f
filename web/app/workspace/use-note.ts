import type { Workspace } from '@firstline/contract/tasks.ts';
import { check, type Breach } from '@firstline/domain/rule.ts';
import { noting } from '@firstline/domain/tasks/rules/index.ts';
import { useState } from 'react';
import { useCommand } from '../../platform/asking.ts';
import { useHouse, useMe } from '../../platform/me.ts';
import { saidOnce } from '../../platform/told.ts';
import { t } from '../../platform/words.ts';
import type { DraftContent } from '../../tasks/draft-shelf.ts';
import { BLANK_NOTE, isBlankNote, noteOf } from '../../tasks/note-fields.tsx';
import type { Draft } from '../../tasks/draft.ts';
import { useWriting } from '../../tasks/use-draft.ts';

/** A note being written. The composer and the closing dialog share its draft, so that nothing is typed twice. */
export const useNote = ({ task }: Pick<Workspace, 'task'>, begun: Draft) => {
  const { person } = useMe();
  const { levels } = useHouse(task.queueId);
  const draft = useWriting(begun, BLANK_NOTE);
  const note = useCommand('tasks.note');
  const [tried, setTried] = useState(false);

  const judge = (): Breach[] => check(noting, { task, by: person, note: noteOf(draft.content) }, levels);
  const known = tried ? judge() : [];

  /** What the note lacks is said before it is saved; whoever says so saves it all the same. */
  const save = async (acknowledged: readonly string[] = []): Promise<boolean> => {
    setTried(true);
    if (note.busy || isBlankNote(draft.content) || judge().some(({ rule, level }) => level === 'enforced' || !acknowledged.includes(rule))) return false;
    const sent = draft.content;
    await draft.settle();
    const answer = await note.ask({ taskId: task.id, ...noteOf(sent) }, acknowledged);
    if (!('done' in answer)) return false;
    draft.clear(sent);
    setTried(false);
    return true;
  };

  return {
    draft,
    save,
    busy: note.busy,
    problem: note.problem,
    breaches: saidOnce(known, note.refused),
    refused: isBlankNote(draft.content) ? t('Write what was discussed.') : undefined,
    write: (part: DraftContent) => {
      if (note.refused.length > 0 || note.problem) note.forget();
      draft.write(part);
    },
  };
};
