import { useQueryOf } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { Card } from '../ui/card.tsx';
import { ContactRows } from './contact-rows.tsx';

/** What the desk did for one customer, on all channels, the newest first. */
export const CustomerContacts = ({ customerId, onOpen }: { customerId: string; onOpen: (taskId: string) => void }) => {
  const { data } = useQueryOf('tasks.contacts', { customerId, limit: 50 }, { staleTime: 0 });
  if (!data) return null;
  return (
    <Card title={t('Contacts')} aside={data.contacts.length || undefined}>
      {data.contacts.length === 0 && data.elsewhere === 0 && <p className="customer-empty">{t('There has been no contact yet.')}</p>}
      {data.contacts.length > 0 && <ContactRows contacts={data.contacts} onOpen={onOpen} />}
      {data.elsewhere > 0 && <p className="customer-empty">{t('{{count}} more in queues you do not serve', { count: data.elsewhere })}</p>}
    </Card>
  );
};
