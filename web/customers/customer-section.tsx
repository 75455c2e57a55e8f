import type { Customer } from '@firstline/domain/customers/customer.ts';
import { calledName } from '@firstline/domain/customers/customer.ts';
import { Pencil } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useCommand } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { channelName } from '../ui/channel.ts';
import { Facts } from '../ui/facts.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Who writes to us, and how they are reached. The name may be corrected in place. */
export const CustomerSection = ({ customer, mayWork }: { customer: Customer; mayWork: boolean }) => {
  const [renaming, setRenaming] = useState(false);
  const prefers = customer.prefers && <Tag tone="accent">{channelName(customer.prefers)}</Tag>;
  return (
    <Section title={t('Customer')} aside={mayWork && !renaming && <IconButton icon={Pencil} name={t('Correct the name')} onClick={() => setRenaming(true)} />}>
      {renaming && <Rename customer={customer} onDone={() => setRenaming(false)} />}
      <Facts
        facts={[
          [t('Name'), renaming ? undefined : calledName(customer)],
          [t('Prefers'), prefers],
          [t('Phone'), customer.phones.join(', ')],
          [t('Email'), customer.emails.join(', ')],
          [t('Address'), customer.address],
        ]}
      />
    </Section>
  );
};

const Rename = ({ customer, onDone }: { customer: Customer; onDone: () => void }) => {
  const [name, setName] = useState(customer.name ?? '');
  const rename = useCommand('customers.rename');

  const press = async ({ key, nativeEvent }: KeyboardEvent) => {
    if (key === 'Escape') return onDone();
    if (key !== 'Enter' || nativeEvent.isComposing || !name.trim() || rename.busy) return;
    const answer = await rename.ask({ customerId: customer.id, name: name.trim() });
    if ('done' in answer) onDone();
  };

  // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field appears because it was asked for
  return <TextField autoFocus label={t('Name')} hint={t('Enter keeps it, Escape leaves it as it was.')} value={name} maxLength={200} error={rename.problem?.title} onChange={setName} onKeyDown={(event) => void press(event)} />;
};
