import { check } from '@firstline/domain/rule.ts';
import { GRANT_KINDS, givenOf, mostFor, type GrantKind } from '@firstline/domain/tasks/authority.ts';
import { granting } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useHouse, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { FormDialog } from '../platform/form-dialog.tsx';
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
  const left = Math.max(0, mostFor(person, kind, lists.authorityLimits) - givenOf(task.grants, kind));
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
    <FormDialog
      title={t('Give the customer something')}
      says={t('It is written down with the task. What is more than you may give goes to the team above.')}
      does={t('Write it down')}
      more={isBeyond && <Button onClick={escalate}>{t('Escalate instead')}</Button>}
      asked={grant}
      refused={refused && t(refused)}
      breaches={breaches}
      anyway={t('Give it anyway')}
      onAnyway={(rules) => void give(rules)}
      onDo={() => void give()}
      onClose={onClose}
    >
      <Select label={t('What')} options={GRANT_KINDS.map((value) => ({ value, label: kindWord(value) }))} value={kind} onChange={setKind} />
      <TextField label={t('Amount')} hint={t('You may give up to {{most}} on this task.', { most: left })} inputMode="decimal" autoComplete="off" value={written} onChange={setWritten} />
      <TextArea label={t('What for?')} value={words} maxLength={500} onChange={setWords} />
    </FormDialog>
  );
};

export const kindWord = (kind: GrantKind): string => ({ refund: t('Refund'), price: t('Lower price'), promise: t('Promise') })[kind];
