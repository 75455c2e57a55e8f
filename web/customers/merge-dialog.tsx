import { check } from '@firstline/domain/rule.ts';
import { merging } from '@firstline/domain/customers/rules/index.ts';
import { calledName, type Customer } from '@firstline/domain/customers/customer.ts';
import { useDeferredValue, useState } from 'react';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { wasDone } from '../platform/was-done.ts';
import { t } from '../platform/words.ts';
import { Choice } from '../ui/choice.tsx';
import { FormDialog } from '../platform/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';

type MergeDialogProps = { customer: Customer; onClose: () => void; onJoined: () => void };

/** Joins another record of the same person to this one. */
export const MergeDialog = ({ customer, onClose, onJoined }: MergeDialogProps) => {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string>();
  const asked = useDeferredValue(words.trim());
  const { data } = useQueryOf('customers.find', { words: asked, limit: 10 }, { enabled: asked.length > 1, staleTime: 5000, placeholderData: (before) => before });
  const merge = useCommand('customers.merge');
  const unmerge = useCommand('customers.unmerge');
  const found = asked.length > 1 ? (data?.customers ?? []) : [];
  // Nobody is joined who is no longer on the screen.
  const otherId = found.find(({ id }) => id === chosen)?.id;

  const join = async () => {
    if (!otherId) return;
    const answer = await merge.ask({ customerId: customer.id, otherId });
    if (!('done' in answer)) return;
    onJoined();
    onClose();
    const undo = async () => {
      if (wasDone(await unmerge.ask({ customerId: customer.id, otherId }))) onJoined();
    };
    toast(t('The records are joined'), { undo: () => void undo(), seconds: 15 });
  };

  return (
    <FormDialog
      title={t('Join another record')}
      says={t('Both are the same person: {{name}} takes over the addresses and numbers of the other, and its contacts stand beside these. It can be undone at any time.', { name: calledName(customer) })}
      does={t('Join')}
      asked={merge}
      refused={otherId ? undefined : t('Choose a record first.')}
      onDo={() => void join()}
      onClose={onClose}
    >
      <TextField type="search" label={t('Find the other record')} value={words} maxLength={200} onChange={setWords} />
      {found.length > 0 && (
        <Choice
          label={t('Which one')}
          value={otherId}
          onChange={setChosen}
          options={found.map((other) => ({
            value: other.id,
            label: calledName(other),
            says: [...other.phones, ...other.emails, ...other.accounts].join(' · '),
            refused: check(merging, { customer, other: { id: other.id, absorbed: [] } })[0]?.because,
          }))}
        />
      )}
      {asked.length > 1 && data && found.length === 0 && <p className="section-from">{t('Nobody is known like this.')}</p>}
    </FormDialog>
  );
};
