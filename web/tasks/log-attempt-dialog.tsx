import { ATTEMPT_RESULTS, type AttemptResult } from '@firstline/domain/conversations/attempt.ts';
import type { Channel } from '@firstline/domain/conversations/conversation.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { channelName } from '../ui/channel.ts';
import { FormDialog } from '../platform/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { attemptResultAlone, usualResult } from './attempt-words.ts';

type LogAttemptProps = { taskId: string; addresses: { phone?: string; email?: string }; prefers?: Channel; onClose: () => void };

const CHANNELS: readonly Channel[] = ['call', 'text', 'chat', 'email'];

/** A try that the desk could not see: with a desk phone, say. It is marked as entered by hand. */
export const LogAttemptDialog = ({ taskId, addresses, prefers = 'call', onClose }: LogAttemptProps) => {
  const [channel, setChannel] = useState<Channel>(prefers);
  const [address, setAddress] = useState<string>();
  const [chosen, setResult] = useState<AttemptResult>();
  const result = chosen ?? usualResult(channel);
  const [remark, setRemark] = useState('');
  const log = useCommand('tasks.logAttempt');
  const proposed = (channel === 'email' ? addresses.email : addresses.phone) ?? '';
  const tried = address ?? proposed;

  const save = async () => {
    const answer = await log.ask({ taskId, channel, address: tried.trim(), result, ...(remark.trim() && { remark: remark.trim() }) });
    if ('done' in answer) onClose();
  };

  return (
    <FormDialog
      title={t('Log an attempt')}
      says={t('A try to reach the customer that was made outside the desk.')}
      does={t('Log the attempt')}
      asked={log}
      refused={tried.trim() ? undefined : t('Write which number or address was tried.')}
      onDo={() => void save()}
      onClose={onClose}
    >
      <Select label={t('By')} options={CHANNELS.map((value) => ({ value, label: channelName(value) }))} value={channel} onChange={setChannel} />
      <TextField label={t('Number or address')} value={tried} onChange={setAddress} autoComplete="off" />
      <Select label={t('Result')} options={ATTEMPT_RESULTS.map((value) => ({ value, label: attemptResultAlone(value) }))} value={result} onChange={setResult} />
      <TextField label={t('Remark')} optional={t('optional')} value={remark} maxLength={500} onChange={setRemark} />
    </FormDialog>
  );
};
