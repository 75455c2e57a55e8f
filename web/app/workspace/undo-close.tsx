import { check } from '@firstline/domain/rule.ts';
import { closeIsUndoneInTime } from '@firstline/domain/tasks/rules/close-is-undone-in-time.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { useNavigate } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import { ask } from '../../platform/api.ts';
import { useHouse, useMe } from '../../platform/me.ts';
import { t } from '../../platform/words.ts';
import { wasDone } from '../../tasks/said-no.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/now.ts';

/** Takes a close back and opens the task again. */
export const useUndoClose = (): ((taskId: string) => () => void) => {
  const navigate = useNavigate();
  return (taskId) => () =>
    void ask('tasks.undoClose', { taskId }).then((answer) => {
      if (wasDone(answer)) void navigate({ to: '/tasks/$taskId', params: { taskId } });
    });
};

/** On a task that I closed a moment ago. */
export const UndoClose = ({ task }: { task: Task }) => {
  const { person } = useMe();
  const { policy } = useHouse(task.queueId);
  const undo = useUndoClose();
  const now = new Date(useNow(undefined, 5)).toISOString();
  if (task.closedBy !== person.id || check([closeIsUndoneInTime], { task, now, policy }).length > 0) return null;
  return (
    <Button icon={RotateCcw} onClick={undo(task.id)}>
      {t('Take the close back')}
    </Button>
  );
};
