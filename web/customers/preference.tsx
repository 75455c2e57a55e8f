import type { ContactMethod, Customer } from '@firstline/domain/customers/customer.ts';
import { useCommand } from '../platform/asking.ts';
import { wasDone } from '../platform/was-done.ts';
import { t } from '../platform/words.ts';
import { channelName } from '../ui/channel.ts';
import { Select } from '../ui/select.tsx';

type Wish = ContactMethod | 'none';

/** How this customer wants to be reached. */
export const Preference = ({ customer, onChanged }: { customer: Customer; onChanged?: () => void }) => {
  const set = useCommand('customers.setPreference');
  const choose = async (wish: Wish) => {
    if (wasDone(await set.ask({ customerId: customer.id, ...(wish !== 'none' && { prefers: wish }) }))) onChanged?.();
  };
  return (
    <Select<Wish>
      label={t('Prefers')}
      value={customer.prefers ?? 'none'}
      onChange={(wish) => void choose(wish)}
      options={[{ value: 'none', label: t('No wish stated') }, ...(['email', 'text', 'call'] as const).map((value) => ({ value, label: channelName(value) }))]}
    />
  );
};
