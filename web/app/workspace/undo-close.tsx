import { check } from '@firstline/domain/rule.ts';
import { undoingClose } from '@firstline/domain/tasks/rules/index.ts';
import type { Workspace } from '@firstline/contract/tasks.ts';
import { RotateCcw } from 'lucide-react';
import { ask } from '../../platform/api.ts';
import { useQueryOf } from '../../platform/asking.ts';
import { useHouse, useMe } from '../../platform/me.ts';
import { t } from '../../platform/words.ts';
import { wasDone } from '../../platform/was-done.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/now.ts';
import { saidOfBreach } from '../../ui/said-of-breach.ts';
import { useOpenTask } from '../use-open-task.ts';

/** Takes a close back and opens the task again. */
export const useUndoClose = (): ((taskId: string) => () => void) => {
  const openTask = useOpenTask();
  return (taskId) => () =>
    void ask('tasks.undoClose', { taskId }).then((answer) => {
      if (wasDone(answer)) openTask(taskId);
    });
};

/** It is too late for it, or it was not theirs: then nobody is offered the way back. */
const PAST = ['close-is-undone-in-time', 'own-close-is-undone'];

/** On a task that I closed a moment ago. */
export const UndoClose = ({ known: { task, conversation } }: { known: Workspace }) => {
  const { person } = useMe();
  const { levels, policy } = useHouse(task.queueId);
  const held = useQueryOf('tasks.mine', {}).data?.held ?? [];
  const undo = useUndoClose();
  const now = new Date(useNow(undefined, 5)).toISOString();
  // A thread that is open again has a task of its own.
  const breaches = check(undoingClose, { task, by: person, held, newerTask: conversation.status === 'open', now, policy }, levels);
  if (breaches.some(({ rule }) => PAST.includes(rule))) return null;
  const refused = breaches.map(saidOfBreach).join(' ');
  return (
    <Button icon={RotateCcw} refused={refused || undefined} onClick={undo(task.id)}>
      {t('Take the close back')}
    </Button>
  );
};
