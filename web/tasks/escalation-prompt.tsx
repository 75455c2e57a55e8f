import { promptIn } from '@firstline/domain/assist/alert-terms.ts';
import type { Message } from '@firstline/domain/conversations/message.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { useMemo, useState } from 'react';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import type { DraftContent } from './draft-shelf.ts';
import { TaskNotice } from './task-notice.tsx';

type PromptProps = { task: Task; messages: readonly Message[]; onEscalate: (begun: DraftContent) => void };

/** The customer used words that somebody above should hear of: the desk proposes to escalate, and takes no for an answer. */
export const EscalationPrompt = ({ task, messages, onEscalate }: PromptProps) => {
  const { alertTerms } = useHouse(task.queueId).lists;
  const [declined, setDeclined] = useState<string>();
  const newest = messages.filter(({ direction }) => direction === 'in').at(-1);
  const term = useMemo(() => promptIn([newest?.subject ?? '', newest?.text ?? ''], alertTerms), [newest, alertTerms]);
  if (!term || task.escalation || declined === newest?.id) return null;
  return (
    <TaskNotice
      action={
        <>
          <Button onClick={() => setDeclined(newest?.id)}>{t('Not now')}</Button>
          <Button kind="primary" onClick={() => onEscalate(term.categoryId ? { category: term.categoryId } : {})}>{t('Escalate…')}</Button>
        </>
      }
    >
      {t('The customer writes “{{word}}”. Should somebody above take over?', { word: term.said })}
    </TaskNotice>
  );
};
