import type { Customer } from '@firstline/domain/customers/customer.ts';
import { calledName } from '@firstline/domain/customers/customer.ts';
import { Pencil } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useCommand } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { channelName } from '../ui/channel.ts';
import { Clamped } from '../ui/clamped.tsx';
import { Facts } from '../ui/facts.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Details } from './details.tsx';
import { Preference } from './preference.tsx';
import { TrailLinks } from './trail-links.tsx';

/** Who writes to us, and how they are reached. Name, numbers and wish are corrected in place; the address is asked for by an escalation. */
export const CustomerSection = ({ customer, mayWork }: { customer: Customer; mayWork: boolean }) => {
  const [editing, setEditing] = useState(false);
  const isOpen = editing && mayWork;
  const prefers = !isOpen && customer.prefers && <Tag tone="accent">{channelName(customer.prefers)}</Tag>;
  return (
    <Section
      title={t('Customer')}
      aside={
        <>
          <a href={`/customers/${customer.id}`}>{t('Record')}</a>
          {mayWork && !editing && <IconButton icon={Pencil} name={t('Correct name and numbers')} onClick={() => setEditing(true)} />}
        </>
      }
    >
      {isOpen && <Rename customer={customer} onDone={() => setEditing(false)} />}
      <Facts
        facts={[
          [t('Name'), isOpen ? undefined : <Clamped key="name">{calledName(customer)}</Clamped>],
          [t('Prefers'), prefers],
        ]}
      />
      {isOpen && <Preference customer={customer} />}
      <Details customer={customer} mayWork={isOpen} />
      <Facts facts={[[t('Address'), customer.address]]} />
      {isOpen && <p className="section-from">{t('A new address is asked for: write it into a note and escalate. The back office enters it.')}</p>}
      <TrailLinks customerId={customer.id} />
    </Section>
  );
};

export const Rename = ({ customer, onDone }: { customer: Customer; onDone: () => void }) => {
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
