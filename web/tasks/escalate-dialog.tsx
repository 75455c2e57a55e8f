import type { EscalationCategory, Task } from '@firstline/domain/tasks/task.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { serverNow } from '../ui/now.ts';
import { Reasons } from '../ui/reasons.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { keepAt, keptAt, shelfPlace } from './draft-shelf.ts';
import { ESCALATION_CATEGORIES, escalationCategory } from './escalation-words.ts';

type EscalateProps = { task: Task; onClose: () => void; onDone: () => void };

/** Hands the task to the account team, with what the matter is. What is typed stays on this screen until it went. */
export const EscalateDialog = ({ task, onClose, onDone }: EscalateProps) => {
  const { person } = useMe();
  const place = shelfPlace(person.id, task.id, 'escalation');
  const [written, setWritten] = useState(() => ({ category: firstCategory(task), issue: '', tried: '', ...keptAt(place)?.content }));
  const escalate = useCommand('tasks.escalate');
  const write = (part: Partial<typeof written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    keepAt(place, { content: next, at: new Date(serverNow()).toISOString() });
  };

  const send = async () => {
    const { category, issue, tried } = written;
    const answer = await escalate.ask({ taskId: task.id, category: category as EscalationCategory, issue: issue.trim(), ...(tried.trim() && { tried: tried.trim() }) });
    if (!('done' in answer)) return;
    keepAt(place, { at: new Date(serverNow()).toISOString() });
    onDone();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Escalate')}
      says={t('The account team takes over and speaks with the customer. All that was written goes with it.')}
      foot={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button kind="primary" busy={escalate.busy} refused={written.issue.trim() ? undefined : t('Write what the matter is.')} onClick={() => void send()}>
            {t('Escalate')}
          </Button>
        </>
      }
    >
      <Select label={t('Category')} options={ESCALATION_CATEGORIES.map((value) => ({ value, label: escalationCategory(value) }))} value={written.category as EscalationCategory} onChange={(category) => write({ category })} />
      <TextArea label={t('What is the matter?')} value={written.issue} maxLength={2000} onChange={(issue) => write({ issue })} />
      <TextArea label={t('What was tried?')} optional={t('optional')} value={written.tried} maxLength={2000} onChange={(tried) => write({ tried })} />
      <Reasons breaches={escalate.refused} />
      {escalate.problem && <p className="task-problem" role="alert">{escalate.problem.title}</p>}
    </Dialog>
  );
};

const firstCategory = ({ taskType }: Task): EscalationCategory => (taskType === 'complaint' ? 'complaint' : 'other');
