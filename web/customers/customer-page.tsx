import type { Customer } from '@firstline/domain/customers/customer.ts';
import { calledName } from '@firstline/domain/customers/customer.ts';
import { leads } from '@firstline/domain/desk/role.ts';
import { GitMerge, Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { useMe, worksOnTasks } from '../platform/me.ts';
import { clockTime } from '../platform/time.ts';
import { wasDone } from '../platform/was-done.ts';
import { Unread } from '../platform/unread.tsx';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { serverNow } from '../ui/now.ts';
import { Sheet } from '../ui/sheet.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { AddressField } from './address-field.tsx';
import { Rename } from './customer-section.tsx';
import { Details } from './details.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { Preference } from './preference.tsx';
import './customers-page.css';

/** One customer's record; `work` is what the desk did for them. */
export const CustomerPage = ({ customerId, work }: { customerId: string; work?: () => ReactNode }) => {
  const me = useMe();
  const { data, error, isPending, refetch } = useQueryOf('customers.record', { customerId });
  const [merging, setMerging] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const again = () => void refetch();
  const isLead = leads(me.person);

  if (isPending) return <Skeleton kind="row" rows={6} />;
  if (!data) return <Unread error={error} onRetry={again} />;
  const { customer } = data;
  const mayWork = worksOnTasks(me);
  return (
    <Sheet
      title={
        <>
          {calledName(customer)} {mayWork && <IconButton icon={Pencil} name={t('Correct the name')} onClick={() => setRenaming(true)} />}
        </>
      }
      action={
        isLead && (
          <Button icon={GitMerge} onClick={() => setMerging(true)}>
            {t('Join another record')}
          </Button>
        )
      }
    >
      <Card title={t('How they are reached')}>
        <div className="customer-card">
          {renaming && (
            <Rename
              customer={customer}
              onDone={() => {
                setRenaming(false);
                again();
              }}
            />
          )}
          {mayWork && <Preference customer={customer} onChanged={again} />}
          <Details customer={customer} mayWork={mayWork} onChanged={again} />
          <AddressField customer={customer} onChanged={again} />
        </div>
      </Card>
      {customer.absorbed.length > 0 && <Joined customer={customer} mayUndo={isLead} onChanged={again} />}
      {mayWork && work?.()}
      {isLead && <Openings customerId={customer.id} />}
      {merging && <MergeDialog customer={customer} onClose={() => setMerging(false)} onJoined={again} />}
    </Sheet>
  );
};

const Joined = ({ customer, mayUndo, onChanged }: { customer: Customer; mayUndo: boolean; onChanged: () => void }) => {
  const unmerge = useCommand('customers.unmerge');
  const part = async (otherId: string) => {
    const answer = await unmerge.ask({ customerId: customer.id, otherId });
    if (!wasDone(answer)) return;
    onChanged();
    toast(t('The records stand apart again'));
  };
  return (
    <Card title={t('Joined records')}>
      <ul className="sheet-list">
        {customer.absorbed.map((other) => (
          <li key={other.id} className="sheet-line">
            <span>{[calledName(other), ...other.phones, ...other.emails].join(' · ')}</span>
            {mayUndo && (
              <Button busy={unmerge.busy} onClick={() => void part(other.id)}>
                {t('Undo the join')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};

const Openings = ({ customerId }: { customerId: string }) => {
  const { data } = useQueryOf('customers.openings', { customerId }, { staleTime: 0 });
  const openings = data?.openings ?? [];
  return (
    <Card title={t('Who opened this record')} aside={openings.length || undefined}>
      {openings.length === 0 && <p className="customer-empty">{t('Nobody yet.')}</p>}
      <ul className="sheet-list">
        {openings.map(({ by, name, at }) => (
          <li key={`${by} ${at}`} className="sheet-line">
            <span>{name ?? t('A colleague')}</span>
            <span className="num">{clockTime(at, serverNow())}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
