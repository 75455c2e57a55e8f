import type { SubTask, Task } from '@firstline/domain/tasks/task.ts';
import { Plus, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useKeys } from '../platform/keys.ts';
import { WhyNot } from '../platform/why-not.tsx';
import { t } from '../platform/words.ts';
import { announce } from '../ui/announce.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Reasons } from '../ui/reasons.tsx';
import { Section } from '../ui/section.tsx';
import { TextField } from '../ui/text-field.tsx';
import './sub-tasks-section.css';

type SubTasksProps = { task: Task; mayWork: boolean };

/** What is to be done, and below it what is done. Enter adds, or leads on to adding; Space ticks, Delete removes. */
export const SubTasksSection = ({ task, mayWork }: SubTasksProps) => {
  const tick = useCommand('tasks.tickSubTask');
  const remove = useCommand('tasks.removeSubTask');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const ticked = useRef<string>(undefined);
  const next = task.subTasks.filter((one) => !one.done);
  const completed = task.subTasks.filter((one) => one.done);

  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])];
  /** The focus goes to a neighbour, not to the top of the page. */
  const stepAside = (from: HTMLInputElement | undefined) => {
    const all = boxes();
    const at = all.indexOf(from as HTMLInputElement);
    (all[at + 1] ?? all[at - 1] ?? field.current)?.focus();
  };
  const lastOpen = () => boxOf(next.at(-1)?.id ?? '');
  const boxOf = (id: string) => list.current?.querySelector<HTMLInputElement>(`[data-sub-task="${CSS.escape(id)}"] input`) ?? undefined;
  // A box that was ticked moves to the other part: whoever ticked it by hand goes along.
  useLayoutEffect(() => {
    const id = ticked.current;
    if (id && document.activeElement === document.body) boxOf(id)?.focus();
    ticked.current = undefined;
  }, [task.subTasks]);

  const press = (event: KeyboardEvent, { id, title }: SubTask) => {
    if (event.key === 'Enter' && event.target === lastOpen()) field.current?.focus();
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    drop(id, title);
  };
  const drop = (subTaskId: string, title: string) => {
    stepAside(boxOf(subTaskId));
    void remove.ask({ taskId: task.id, subTaskId }).then((answer) => 'done' in answer && announce(t('Removed: {{title}}', { title })));
  };
  const mark = (subTaskId: string, done: boolean) => {
    ticked.current = subTaskId;
    void tick.ask({ taskId: task.id, subTaskId, done });
  };
  const listed = (items: SubTask[], name: string) =>
    items.length > 0 && (
      <ul className="sub-tasks" aria-label={name}>
        {items.map((item) =>
          mayWork ? (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key is pressed on the box inside
            <li key={item.id} className="sub-task" data-sub-task={item.id} onKeyDown={(event) => event.target instanceof HTMLInputElement && press(event, item)}>
              <CheckRow strikes label={item.title} checked={item.done} onChange={(on) => mark(item.id, on)} />
              <IconButton icon={X} name={t('Remove: {{title}}', { title: item.title })} tabIndex={-1} className="sub-task-remove" onClick={() => drop(item.id, item.title)} />
            </li>
          ) : (
            <li key={item.id} className="sub-task" data-done={item.done || undefined}>
              {item.done ? '✓ ' : '– '}
              {item.title}
              <span className="heard">: {item.done ? t('done') : t('to do')}</span>
            </li>
          ),
        )}
      </ul>
    );

  return (
    <Section title={t('Sub-tasks')} aside={task.subTasks.length > 0 && t('{{done}} of {{all}}', { done: completed.length, all: task.subTasks.length })}>
      <div ref={list}>
        {next.length > 0 && <p className="sub-tasks-part">{t('Next')}</p>}
        {listed(next, t('Next'))}
        {mayWork && <AddSubTask taskId={task.id} field={field} />}
        {completed.length > 0 && <p className="sub-tasks-part">{t('Completed')}</p>}
        {listed(completed, t('Completed'))}
      </div>
      {task.subTasks.length === 0 && !mayWork && <p className="section-from">{t('None.')}</p>}
      <WhyNot breaches={[...tick.refused, ...remove.refused]} problem={tick.problem ?? remove.problem} />
    </Section>
  );
};

const AddSubTask = ({ taskId, field }: { taskId: string; field: RefObject<HTMLInputElement | null> }) => {
  const [title, setTitle] = useState('');
  const add = useCommand('tasks.addSubTask');
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
