import { initialsCalled } from '@firstline/domain/tasks/note-cues.ts';
import { useQueryOf } from '../platform/asking.ts';
import { useSettled } from '../platform/settled.ts';
import { t } from '../platform/words.ts';
import type { DraftContent } from './draft-shelf.ts';
import { noteOf } from './note-fields.tsx';

/** Whom a note that is being written calls upon, and whose initials call nobody, said before it is saved. */
export const CalledByNote = ({ taskId, content }: { taskId: string; content: DraftContent }) => {
  const initials = useSettled(initialsCalled(noteOf(content)).join(','));
  const { data } = useQueryOf('tasks.called', { taskId, initials }, { enabled: initials !== '' });
  const inVain = initials.split(',').filter((one) => !data?.called.some((person) => person.initials === one));
  return (
    <span role="status">
      {data && initials && [
        data.called.length > 0 && t('Calls upon {{names}}.', { names: data.called.map(({ name }) => name).join(', ') }),
        inVain.length > 0 && t('{{initials}} calls nobody: no other colleague on tasks of this queue has these initials.', { initials: inVain.map((one) => `@${one}`).join(', ') }),
      ].filter(Boolean).join(' ')}
    </span>
  );
};
