import { check } from '@firstline/domain/rule.ts';
import { parkUntilATimeAhead } from '@firstline/domain/tasks/rules/park-until-a-time-ahead.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { Choice } from '../ui/choice.tsx';
import { FormDialog } from '../platform/form-dialog.tsx';
import { serverNow } from '../ui/now.ts';
import { TextField } from '../ui/text-field.tsx';
import { chosenTime, PARK_TIMES, parkTimeWord, type ParkTime } from './park-times.ts';

type ParkProps = { taskId: string; onClose: () => void; onDone: () => void };

/** Waits for the customer: until when at most. The answer brings the task back before that. */
export const ParkDialog = ({ taskId, onClose, onDone }: ParkProps) => {
  const [time, setTime] = useState<ParkTime>('tomorrow');
  const [own, setOwn] = useState('');
  const park = useCommand('tasks.park');
  const until = chosenTime(time, own, serverNow());
  const [breach] = check([parkUntilATimeAhead], { until: until ?? '', now: new Date(serverNow()).toISOString() });

  const wait = async () => {
    if (!until) return;
    const answer = await park.ask({ taskId, until });
    if ('done' in answer) onDone();
  };
  return (
    <FormDialog
      title={t('Wait for the customer’s answer')}
      says={t('You are free for other work. The task comes back to you with the answer, or at the time you choose.')}
      does={t('Wait')}
      asked={park}
      refused={breach && t(breach.says)}
      onDo={() => void wait()}
      onClose={onClose}
    >
      <Choice label={t('Without an answer it comes back')} options={PARK_TIMES.map((value) => ({ value, label: parkTimeWord(value) }))} value={time} onChange={setTime} />
      {time === 'own' && <TextField type="datetime-local" label={t('Day and time')} value={own} error={own && breach ? t(breach.says) : undefined} onChange={setOwn} />}
    </FormDialog>
  );
};
