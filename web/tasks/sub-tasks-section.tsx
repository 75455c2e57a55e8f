import type { Task } from '@firstline/domain/tasks/task.ts';
import { Plus, X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useKeys } from '../platform/keys.ts';
import { t } from '../platform/words.ts';
import { announce } from '../ui/announce.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Reasons } from '../ui/reasons.tsx';
import { Section } from '../ui/section.tsx';
import { TextField } from '../ui/text-field.tsx';
import './sub-tasks-section.css';

type SubTasksProps = { task: Task; mayWork: boolean };

/** What is to be done, ticked as it is done. Enter adds, Space ticks, Delete removes. */
export const SubTasksSection = ({ task, mayWork }: SubTasksProps) => {
  const tick = useCommand('tasks.tickSubTask');
  const remove = useCommand('tasks.removeSubTask');
  const list = useRef<HTMLUListElement>(null);
  const done = task.subTasks.filter((one) => one.done).length;

  const press = (event: KeyboardEvent, subTaskId: string, title: string) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    drop(subTaskId, title);
  };
  const drop = (subTaskId: string, title: string) => {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const at = task.subTasks.findIndex(({ id }) => id === subTaskId);
    // The focus goes to a neighbour, not to the top of the page.
    (boxes[at + 1] ?? boxes[at - 1])?.focus();
    announce(t('Removed: {{title}}', { title }));
    void remove.ask({ taskId: task.id, subTaskId });
  };

  return (
    <Section title={t('Sub-tasks')} aside={task.subTasks.length > 0 && t('{{done}} of {{all}}', { done, all: task.subTasks.length })}>
      <ul className="sub-tasks" ref={list}>
        {task.subTasks.map(({ id, title, done: isDone }) =>
          mayWork ? (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key is pressed on the box inside
            <li key={id} className="sub-task" onKeyDown={(event) => event.target instanceof HTMLInputElement && press(event, id, title)}>
              <CheckRow strikes label={title} checked={isDone} onChange={(on) => void tick.ask({ taskId: task.id, subTaskId: id, done: on })} />
              <IconButton icon={X} name={t('Remove: {{title}}', { title })} tabIndex={-1} className="sub-task-remove" onClick={() => drop(id, title)} />
            </li>
          ) : (
            <li key={id} className="sub-task" data-done={isDone || undefined}>
              {isDone ? '✓ ' : '– '}
              {title}
              <span className="heard">: {isDone ? t('done') : t('to do')}</span>
            </li>
          ),
        )}
      </ul>
      {task.subTasks.length === 0 && !mayWork && <p className="section-from">{t('None.')}</p>}
      {mayWork && <AddSubTask taskId={task.id} />}
      <Reasons breaches={[...tick.refused, ...remove.refused]} />
    </Section>
  );
};

const AddSubTask = ({ taskId }: { taskId: string }) => {
  const [title, setTitle] = useState('');
  const add = useCommand('tasks.addSubTask');
  const field = useRef<HTMLInputElement>(null);
  useKeys({ t: { says: t('Add a sub-task'), does: () => field.current?.focus() } }, { scope: t('Task') });

  const press = async ({ key, nativeEvent }: KeyboardEvent) => {
    if (key !== 'Enter' || nativeEvent.isComposing || add.busy || !title.trim()) return;
    const asked = title;
    const answer = await add.ask({ taskId, title: asked.trim() });
    if ('done' in answer) setTitle((now) => (now === asked ? '' : now));
  };

  return (
    <div className="sub-task-add">
      <Plus className="icon" size={16} strokeWidth={1.7} aria-hidden />
      <TextField ref={field} hideLabel label={t('Add a sub-task')} placeholder={t('Add a sub-task')} maxLength={200} value={title} error={add.problem?.title} onChange={setTitle} onKeyDown={(event) => void press(event)} />
      <Reasons breaches={add.refused} />
    </div>
  );
};
