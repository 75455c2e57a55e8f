import { labelIn, offered } from '@firstline/domain/desk/list-item.ts';
import { check } from '@firstline/domain/rule.ts';
import { ranking } from '@firstline/domain/tasks/rules/index.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useHouse, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { FormDialog } from '../platform/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toast } from '../ui/toast.tsx';

type CriticalityDialogProps = { task: Pick<TaskCard, 'id' | 'queueId' | 'criticality'>; onClose: () => void };

/** Says how critical a task is for the business; whoever leads need not say why. */
export const CriticalityDialog = ({ task, onClose }: CriticalityDialogProps) => {
  const { person } = useMe();
  const { levels, lists } = useHouse(task.queueId);
  const [criticality, choose] = useState(task.criticality);
  const [reason, setReason] = useState('');
  const set = useCommand('tasks.setCriticality');
  const breaches = criticality === task.criticality ? [] : check(ranking, { by: person, reason }, levels);
  const first = breaches.find(({ level }) => level === 'enforced');
  const label = (id: string) => t(labelIn(lists.criticality, id));

  const save = async (acknowledged: string[] = []) => {
    if (criticality === task.criticality) return onClose();
    const answer = await set.ask({ taskId: task.id, criticality, ...(reason.trim() && { reason: reason.trim() }) }, acknowledged);
    if (!('done' in answer)) return;
    toast(t('Criticality: {{label}}. The task stands where it belongs now.', { label: label(criticality) }));
    onClose();
  };

  return (
    <FormDialog
      title={t('How critical is it?')}
      says={t('For the business, whoever asks. What is more critical stands first in the queue, before kind and age.')}
      does={t('Save')}
      asked={set}
      refused={first && t(first.says)}
      breaches={breaches}
      anyway={t('Save anyway')}
      onAnyway={(rules) => void save(rules)}
      onDo={() => void save()}
      onClose={onClose}
    >
      <Select label={t('Criticality')} options={offered(lists.criticality).map(({ id }) => ({ value: id, label: label(id) }))} value={criticality} onChange={choose} />
      <TextArea label={t('Why?')} value={reason} maxLength={500} onChange={setReason} />
    </FormDialog>
  );
};
