import type { Queue } from '@firstline/domain/desk/queue.ts';
import { naming } from '@firstline/domain/desk/rules/index.ts';
import { check } from '@firstline/domain/rule.ts';
import { useState } from 'react';
import type { Answer } from '../platform/api.ts';
import { useCommand } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { FormDialog } from '../platform/form-dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { namingFacts } from './known-facts.ts';
import { keptNeeds, QueueNeedsFields, writtenNeeds } from './queue-needs.tsx';
import { queueDifferences, queueWords, type QueueWords } from './queue-differences.ts';
import { saidOfBreach } from '../ui/said-of-breach.ts';
import { useSaidWithUndo } from './use-said-with-undo.ts';

type QueueDialogProps = { queues: readonly Queue[]; queue?: Queue; onClose: () => void };

/** Opens a queue, or changes how one is called and which mail it gets. */
export const QueueDialog = ({ queues, queue, onClose }: QueueDialogProps) => {
  // As it was when the dialog opened.
  const [before] = useState(() => queueWords(queue));
  const [written, setWritten] = useState({ name: before.name, address: before.address });
  const [wrong, setWrong] = useState<{ name?: string; address?: string; minutes?: string }>({});
  const [needs, setNeeds] = useState(() => writtenNeeds(queue));
  const [acknowledgement, writeAcknowledgement] = useState(before.acknowledgement);
  const open = useCommand('desk.openQueue');
  const change = useCommand('desk.changeQueue');
  const asking = [open, change];
  const say = useSaidWithUndo();

  const name = written.name.trim();
  const address = written.address.trim();
  const breaches = check(naming, namingFacts(queues, { name, address }, queue?.id));

  const write = (part: Partial<typeof written>) => {
    for (const { forget } of asking) forget();
    setWrong({});
    setWritten({ ...written, ...part });
  };
  /** Answers whether it was done, and shows which field hindered it. */
  const isDone = (answer: Answer): boolean => {
    const badPaths = 'problem' in answer ? (answer.problem.issues ?? []).map(({ path }) => path) : [];
    setWrong({ ...(badPaths.includes('name') && { name: t('Write a name, on one line.') }), ...(badPaths.includes('address') && { address: t('Write a whole email address, or none.') }) });
    return 'done' in answer;
  };
  /** The dialog is gone by then, so what hinders it is said where the undo was. */
  const takeBack = async (queueId: string, from: QueueWords) => {
    if (!isDone(await change.ask({ queueId, ...queueDifferences(from, before) }))) toast(t('This could not be taken back. Change the queue once more.'), { tone: 'stop' });
  };
  const save = async () => {
    if (breaches.length > 0) return;
    const kept = keptNeeds(needs);
    if (!kept) return setWrong({ minutes: t('Write whole minutes, or none.') });
    const after = { name, address, acknowledgement: acknowledgement.trim(), needs: kept };
    if (!isDone(queue ? await change.ask({ queueId: queue.id, ...queueDifferences(before, after) }) : await open.ask({ name, address: address || undefined }))) return;
    say(queue ? t('“{{name}}” is saved.', { name }) : t('“{{name}}” is open.', { name }), queue && (() => void takeBack(queue.id, after)));
    onClose();
  };

  return (
    <FormDialog
      title={queue ? t('Change “{{name}}”', { name: queue.name }) : t('Open a queue')}
      does={queue ? t('Save') : t('Open the queue')}
      asked={{ busy: asking.some(({ busy }) => busy), refused: asking.flatMap(({ refused }) => refused), problem: asking.find(({ problem }) => problem)?.problem }}
      refused={saidOfBreach(breaches[0])}
      breaches={breaches}
      fields={['name', 'address']}
      onDo={() => void save()}
      onClose={onClose}
    >
      <TextField label={t('Name')} value={written.name} error={wrong.name} onChange={(text) => write({ name: text })} />
      <TextField label={t('Address')} optional={t('optional')} type="email" hint={t('Mail to this address becomes a task here.')} value={written.address} error={wrong.address} onChange={(text) => write({ address: text })} />
      {queue && (
        <TextArea
          label={t('Answered at once')}
          optional={t('optional')}
          hint={t('Whoever opens a thread hears this by itself, seldom and never when a machine wrote. Empty: nothing goes out.')}
          maxLength={2000}
          value={acknowledgement}
          onChange={writeAcknowledgement}
        />
      )}
      {queue && <QueueNeedsFields needs={needs} error={wrong.minutes} onNeeds={(part) => (setWrong({}), setNeeds({ ...needs, ...part }))} />}
    </FormDialog>
  );
};
