import type { Customer } from '@firstline/domain/customers/customer.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { TextField } from '../ui/text-field.tsx';

const KEEPERS = new Set(['account-team', 'back-office', 'supervisor', 'manager']);

/** Where they live. Who may not write it down is told how it is asked for. */
export const AddressField = ({ customer, onChanged }: { customer: Customer; onChanged: () => void }) => {
  const { person } = useMe();
  const [address, setAddress] = useState(customer.address ?? '');
  const set = useCommand('customers.setAddress');
  if (!person.roles.some((role) => KEEPERS.has(role)))
    return (
      <>
        <Facts facts={[[t('Address'), customer.address]]} />
        <p className="section-from">{t('A new address is asked for: write it into a note and escalate. The back office enters it.')}</p>
      </>
    );
  const keep = async () => {
    const answer = await set.ask({ customerId: customer.id, ...(address.trim() && { address: address.trim() }) });
    if ('done' in answer) onChanged();
  };
  return (
    <>
      <TextField label={t('Address')} value={address} maxLength={400} error={set.problem?.title} onChange={setAddress} />
      {address.trim() !== (customer.address ?? '') && (
        <div>
          <Button kind="primary" busy={set.busy} onClick={() => void keep()}>
            {t('Save the address')}
          </Button>
        </div>
      )}
    </>
  );
};
