import { check } from '@firstline/domain/rule.ts';
import { GRANT_KINDS, type GrantKind } from '@firstline/domain/tasks/authority.ts';
import { granting } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useHouse, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Reasons } from '../ui/reasons.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { DraftContent } from './draft-shelf.ts';

type GrantProps = { task: Task; onClose: () => void; onDone: () => void; onEscalate: (begun: DraftContent) => void };

const AUTHORITY = 'within-ones-authority';

/** What is given to the customer, within one's limits; what is more leads to the team above. */
export const GrantDialog = ({ task, onClose, onDone, onEscalate }: GrantProps) => {
  const { person } = useMe();
  const { levels, lists } = useHouse(task.queueId);
  const [kind, setKind] = useState<GrantKind>('refund');
  const [written, setWritten] = useState('');
  const [words, setWords] = useState('');
  const grant = useCommand('tasks.grant');
  const amount = /^\d{1,9}(?:[.,]\d{1,2})?$/.test(written.trim()) ? Number(written.trim().replace(',', '.')) : undefined;
  const breaches = amount ? check(granting, { task, by: person, grant: { kind, amount }, authorityLimits: lists.authorityLimits }, levels) : [];
  const isBeyond = breaches.some(({ rule }) => rule === AUTHORITY);
  const refused = !amount ? t('Write an amount, such as 25 or 12.50.') : !words.trim() ? t('Write what it is for.') : breaches.find(({ level }) => level === 'enforced')?.says;

  const give = async (acknowledged: readonly string[] = []) => {
    if (!amount) return;
    const answer = await grant.ask({ taskId: task.id, kind, amount, words: words.trim() }, acknowledged);
    if ('done' in answer) onDone();
  };
  const escalate = () =>
    onEscalate({ reason: 'beyond-authority', category: kind === 'refund' ? 'billing' : 'pricing', issue: [`${kindWord(kind)}: ${written.trim()}`, words.trim()].filter(Boolean).join('. ') });

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Give the customer something')}
      says={t('It is written down with the task. What you may give depends on your role.')}
      foot={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          {isBeyond && <Button onClick={escalate}>{t('Escalate instead')}</Button>}
          <Button kind="primary" busy={grant.busy} refused={refused && t(refused)} onClick={() => void give()}>
            {t('Write it down')}
          </Button>
        </>
      }
    >
      <Select label={t('What')} options={GRANT_KINDS.map((value) => ({ value, label: kindWord(value) }))} value={kind} onChange={setKind} />
      <TextField label={t('Amount')} inputMode="decimal" autoComplete="off" value={written} onChange={setWritten} />
      <TextArea label={t('What for?')} value={words} maxLength={500} onChange={setWords} />
      <Reasons breaches={[...breaches, ...grant.refused.filter(({ rule }) => breaches.every((breach) => breach.rule !== rule))]} anyway={t('Give it anyway')} onAnyway={(rules) => void give(rules)} />
      {grant.problem && <p className="task-problem" role="alert">{grant.problem.title}</p>}
    </Dialog>
  );
};

export const kindWord = (kind: GrantKind): string => ({ refund: t('Refund'), price: t('Lower price'), promise: t('Promise') })[kind];
