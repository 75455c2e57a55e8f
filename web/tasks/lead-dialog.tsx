import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Reasons } from '../ui/reasons.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';

export type LeadAct = 'takeOver' | 'sendBack' | 'assign';

const WORDS: Record<LeadAct, { title: string; does: string }> = {
  takeOver: { title: 'Take the task over', does: 'Take over' },
  sendBack: { title: 'Send the task back to its queue', does: 'Send back' },
  assign: { title: 'Give the task to somebody', does: 'Give' },
};

type LeadDialogProps = { act: LeadAct; card: Pick<TaskCard, 'id' | 'queueId' | 'heldBy'>; onClose: () => void; onDone: () => void };

/** Whoever leads takes a task out of hands, and says why: its agent reads it at once. */
export const LeadDialog = ({ act, card, onClose, onDone }: LeadDialogProps) => {
  const [reason, setReason] = useState('');
  const [to, setTo] = useState<string>();
  const people = useQueryOf('tasks.inHand', {}, { enabled: act === 'assign' }).data?.people ?? [];
  const takeOver = useCommand('tasks.takeOver');
  const sendBack = useCommand('tasks.sendBack');
  const assign = useCommand('tasks.assign');
  const asked = { takeOver, sendBack, assign }[act];
  const missing = !reason.trim() ? t('Write the reason: the agent reads it.') : act === 'assign' && !to ? t('Choose who gets it.') : undefined;

  const lead = async () => {
    const said = { taskId: card.id, reason: reason.trim() };
    const answer = await (act === 'assign' ? assign.ask({ ...said, to: to ?? '' }) : act === 'sendBack' ? sendBack.ask(said) : takeOver.ask(said));
    if ('done' in answer) onDone();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(WORDS[act].title)}
      says={t('Everything that was written stays with the task.')}
      foot={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button kind="primary" busy={asked.busy} refused={missing} onClick={() => void lead()}>
            {t(WORDS[act].does)}
          </Button>
        </>
      }
    >
      {act === 'assign' && (
        <Select
          label={t('Who gets it')}
          placeholder={t('Choose a person')}
          options={people.filter(({ id, queueIds }) => id !== card.heldBy && queueIds.includes(card.queueId)).map(({ id, name, holds }) => ({ value: id, label: name, says: holds > 0 ? t('Holds a task') : t('Free') }))}
          value={to}
          onChange={setTo}
        />
      )}
      <TextArea label={t('Why?')} hint={t('The agent reads it.')} value={reason} maxLength={500} onChange={setReason} />
      <Reasons breaches={asked.refused} />
      {asked.problem && <p className="task-problem" role="alert">{asked.problem.title}</p>}
    </Dialog>
  );
};
