import type { MessageState } from '@firstline/domain/conversations/message.ts';
import type { Policy } from '@firstline/domain/policy.ts';
import { check } from '@firstline/domain/rule.ts';
import { claimIsUndoneAtOnce } from '@firstline/domain/tasks/rules/claim-is-undone-at-once.ts';
import type { TaskPart } from '@firstline/domain/tasks/holding-facts.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ask } from '../platform/api.ts';
import { usePanes } from '../platform/panes.ts';
import { running, secondsUntil } from '../platform/time.ts';
import { wasDone } from '../platform/was-done.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/now.ts';
import { showSeen } from '../ui/seen.tsx';
import { Strip } from '../ui/strip.tsx';

type Looked = Pick<Task, 'id' | 'heldSince' | 'viewed' | 'firstContact'>;

/** Tells the desk, once for each hold, that a part of the task was before its holder's eyes. */
export const useSeenParts = ({ id, heldSince, viewed }: Looked): ((part: TaskPart) => void) => {
  const told = useRef(new Set<string>());
  return (part) => {
    const key = `${heldSince} ${part}`;
    if (viewed?.[part] || told.current.has(key)) return;
    told.current.add(key);
    void ask('tasks.view', { taskId: id, part }).then((answer) => 'problem' in answer && told.current.delete(key));
  };
};

const STEPS: { part: TaskPart; label: string }[] = [
  { part: 'summary', label: 'Summary' },
  { part: 'subTasks', label: 'Sub-tasks' },
  { part: 'conversation', label: 'Conversation' },
];

/** For a while after a claim: what to look at, in order, each ticked once it was seen. */
export const Orientation = ({ task, wrote, policy }: { task: Looked; wrote: readonly MessageState[]; policy: Policy }) => {
  const seconds = policy.orientationSeconds;
  const { room, show } = usePanes();
  const now = useNow(undefined, 1);
  const left = secondsUntil(new Date(Date.parse(task.heldSince ?? '') + seconds * 1000).toISOString(), now);
  const wanted = useRef<TaskPart>(undefined);
  useEffect(() => {
    if (wanted.current) showSeen(wanted.current);
    wanted.current = undefined;
  });
  if (left <= 0) return null;
  const mayUndo = check([claimIsUndoneAtOnce], { task, wrote, now: new Date(now).toISOString(), policy }).length === 0;

  const open = (part: TaskPart) => {
    wanted.current = part;
    if (room !== 'wide') show(part === 'conversation' ? 'work' : 'side');
    showSeen(part);
  };
  return (
    <Strip
      name={t('First look')}
      steps={STEPS.map(({ part, label }) => ({ label: t(label), done: task.viewed?.[part] !== undefined, onOpen: () => open(part) }))}
      clock={
        <>
          <span role="timer">{running(Math.min(left, seconds))}</span>
          {mayUndo && (
            <Button kind="quiet" icon={Undo2} onClick={() => void ask('tasks.undoClaim', { taskId: task.id }).then(wasDone)}>
              {t('Undo the claim')}
            </Button>
          )}
        </>
      }
    />
  );
};
