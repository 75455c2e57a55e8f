import { FIELDS, type Customer, type DetailKind } from '@firstline/domain/customers/customer.ts';
import { Plus, X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useCommand } from '../platform/asking.ts';
import { wasDone } from '../platform/was-done.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Reasons } from '../ui/reasons.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import './details.css';

type DetailsProps = { customer: Customer; mayWork: boolean; onChanged?: () => void };

/** Phones, emails and account numbers: each can be added and taken away, and what is taken away can be put back. */
export const Details = ({ customer, mayWork, onChanged }: DetailsProps) => (
  <div className="details">
    {KINDS.map((kind) => (
      <OneKind key={kind} kind={kind} customer={customer} mayWork={mayWork} onChanged={onChanged} />
    ))}
  </div>
);

const KINDS: DetailKind[] = ['phone', 'email', 'account'];
const WORDS: Record<DetailKind, { title: string; add: string; mode: 'tel' | 'email' | 'text' }> = {
  phone: { title: 'Phone', add: 'Add a phone number', mode: 'tel' },
  email: { title: 'Email', add: 'Add an email address', mode: 'email' },
  account: { title: 'Account', add: 'Add an account number', mode: 'text' },
};

const OneKind = ({ kind, customer, mayWork, onChanged }: DetailsProps & { kind: DetailKind }) => {
  const [typed, setTyped] = useState<string>();
  const add = useCommand('customers.addDetail');
  const remove = useCommand('customers.removeDetail');
  const own = customer[FIELDS[kind]];
  const other = [...new Set(customer.absorbed.flatMap((one) => one[FIELDS[kind]]))].filter((value) => !own.includes(value));
  if (own.length + other.length === 0 && !mayWork) return null;

  const keep = async (value: string) => {
    const answer = await add.ask({ customerId: customer.id, detail: { kind, value: value.trim() } as never });
    if (!('done' in answer)) return;
    setTyped(undefined);
    onChanged?.();
  };
  const take = async (value: string) => {
    const answer = await remove.ask({ customerId: customer.id, kind, value });
    if (!wasDone(answer)) return;
    onChanged?.();
    toast(t('{{value}} was removed', { value }), { undo: () => void keep(value), seconds: 10 });
  };
  const press = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key === 'Escape') setTyped(undefined);
    if (key === 'Enter' && !nativeEvent.isComposing && typed?.trim() && !add.busy) void keep(typed);
  };

  return (
    <div className="details-kind" role="group" aria-label={t(WORDS[kind].title)}>
      <span className="details-name">{t(WORDS[kind].title)}</span>
      <ul className="details-values">
        {own.map((value) => (
          <li key={value}>
            <span className="num">{value}</span>
            {mayWork && <IconButton icon={X} name={t('Remove {{value}}', { value })} busy={remove.busy} onClick={() => void take(value)} />}
          </li>
        ))}
        {other.map((value) => (
          <li key={value}>
            <span className="num">{value}</span>
          </li>
        ))}
        {mayWork && typed === undefined && (
          <li>
            <Button kind="quiet" icon={Plus} onClick={() => setTyped('')}>
              {t(WORDS[kind].add)}
            </Button>
          </li>
        )}
      </ul>
      {typed !== undefined && (
        <div className="details-add">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the field appears because it was asked for */}
          <TextField autoFocus hideLabel label={t(WORDS[kind].add)} hint={t('Enter keeps it, Escape leaves it as it was.')} inputMode={WORDS[kind].mode} value={typed} maxLength={320} error={add.problem?.issues?.[0]?.says ?? add.problem?.title} onChange={setTyped} onKeyDown={press} />
          <Reasons breaches={add.refused} />
        </div>
      )}
    </div>
  );
};
