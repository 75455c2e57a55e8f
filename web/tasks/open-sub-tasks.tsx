import type { Task } from '@firstline/domain/tasks/task.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { WhyNot } from '../platform/why-not.tsx';
import { t } from '../platform/words.ts';
import { CheckRow } from '../ui/check-row.tsx';
import './sub-tasks-section.css';

/** What is not ticked yet when a task is about to be closed. It asks, and stands in nobody's way. */
export const OpenSubTasks = ({ task }: { task: Pick<Task, 'id' | 'subTasks'> }) => {
  const tick = useCommand('tasks.tickSubTask');
  // Those that were open when the dialog came stay in view, ticked or not.
  const [asked] = useState(() => new Set(task.subTasks.filter(({ done }) => !done).map(({ id }) => id)));
  const shown = task.subTasks.filter(({ id }) => asked.has(id));
  if (shown.length === 0) return null;
  return (
    <fieldset className="open-sub-tasks">
      <legend className="field-label">{t('Not ticked yet: tick what is done')}</legend>
      {shown.map(({ id, title, done }) => (
        <CheckRow key={id} strikes label={title} checked={done} onChange={(on) => void tick.ask({ taskId: task.id, subTaskId: id, done: on, ...(on && { atClosing: true as const }) })} />
      ))}
      <WhyNot breaches={tick.refused} problem={tick.problem} />
    </fieldset>
  );
};
