import type { FoundCustomer } from '@firstline/contract/customers.ts';
import { calledName } from '@firstline/domain/customers/customer.ts';
import { Search, UserRound } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useQueryOf } from '../platform/asking.ts';
import { Unread } from '../platform/unread.tsx';
import { t } from '../platform/words.ts';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextField } from '../ui/text-field.tsx';
import './customers-page.css';

/** Finds a customer by whatever they give: a name, how a number ends, an address, an account. */
export const CustomersPage = ({ onOpen }: { onOpen: (customerId: string) => void }) => {
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const isAsked = asked.length > 1;
  const { data, error, isPending, refetch } = useQueryOf('customers.find', { words: asked, limit: 50 }, { enabled: isAsked, staleTime: 5000, placeholderData: (before) => before });
  const customers = isAsked ? (data?.customers ?? []) : [];

  return (
    <Sheet title={t('Customers')}>
      <div className="customers-find">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is there to look somebody up */}
        <TextField autoFocus type="search" label={t('Find a customer')} hint={t('Name, email, address, account number, or how a phone number ends.')} value={words} maxLength={200} onChange={setWords} />
      </div>
      {!isAsked && <Empty icon={Search} title={t('Type at least two letters or three digits.')} />}
      {isAsked && isPending && <Skeleton kind="row" rows={4} />}
      {error && <Unread error={error} onRetry={() => void refetch()} />}
      {isAsked && data && customers.length === 0 && <Empty icon={UserRound} title={t('Nobody is known like this.')}>{t('Who writes to us for the first time becomes a customer by itself.')}</Empty>}
      {customers.length > 0 && (
        <Card title={t('Found')} aside={customers.length < 50 ? customers.length : t('the first 50')}>
          <ul className="sheet-list">
            {customers.map((customer) => (
              <li key={customer.id}>
                <Found customer={customer} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Sheet>
  );
};

const Found = ({ customer, onOpen }: { customer: FoundCustomer; onOpen: (customerId: string) => void }) => (
  <a
    className="customers-one"
    href={`/customers/${customer.id}`}
    onClick={(event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      onOpen(customer.id);
    }}
  >
    <b>{calledName(customer)}</b>
    <span>{[...customer.phones, ...customer.emails, ...customer.accounts].slice(0, 4).join(' · ')}</span>
    {customer.address && <small>{customer.address}</small>}
  </a>
);
