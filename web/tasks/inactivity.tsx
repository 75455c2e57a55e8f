import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { useEffect } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { lasting } from '../platform/time.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { useClosedBrowser, useStayActive } from './stay-active.ts';

/** Keeps a held task alive by what its holder does, and asks when nothing was done for too long. */
export const Inactivity = ({ card, onReturned }: { card: TaskCard; onReturned: (taskId: string) => void }) => {
  const { policy } = useHouse(card.queueId);
  const goOn = useCommand('tasks.continue');
  const giveBack = useCommand('tasks.return');
  const isAsked = card.returnsAt !== undefined;
  useStayActive(card.id, isAsked, policy.activityReportSeconds);
  useClosedBrowser(card.id);
  const forget = goOn.forget;
  useEffect(() => {
    if (!isAsked) forget();
  }, [isAsked, forget]);

  const close = async () => {
    const answer = await giveBack.ask({ taskId: card.id });
    if (!('done' in answer)) return;
    toast(t('Back in the queue, unresolved. Notes and drafts are kept.'));
    onReturned(card.id);
  };

  return (
    <AskDialog
      open={isAsked}
      title={t('Are you still working on this task?')}
      until={card.returnsAt}
      seconds={policy.idleAnswerSeconds}
      answers={
        <>
          <Button busy={giveBack.busy} onClick={() => void close()}>
            {t('Close Task')}
          </Button>
          <Button kind="primary" keys="enter" busy={goOn.busy} onClick={() => void goOn.ask({ taskId: card.id })}>
            {t('Continue Working')}
          </Button>
        </>
      }
    >
      {t('{{name}}: nothing has happened for {{time}}. Without an answer the task goes back to the queue, with your notes and drafts kept.', {
        name: card.customerName,
        time: lasting(policy.idleWarningSeconds),
      })}
      {(goOn.problem ?? giveBack.problem) && <span role="alert"> {(goOn.problem ?? giveBack.problem)?.title}</span>}
    </AskDialog>
  );
};
