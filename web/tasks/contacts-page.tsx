import type { ContactPage } from '@firstline/contract/contacts.ts';
import { CloudOff, History } from 'lucide-react';
import { useState } from 'react';
import { problemOf, read } from '../platform/api.ts';
import { useQueryOf } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ContactRows } from './contact-rows.tsx';
import './contacts-page.css';

/** Every contact of the queues one serves, the newest first; each opens with its notes. */
export const ContactsPage = ({ onOpen }: { onOpen: (taskId: string) => void }) => {
  const { data: first, error, isPending, refetch } = useQueryOf('tasks.contacts', {}, { staleTime: 0 });
  const [more, setMore] = useState<ContactPage[]>([]);
  const pages = first ? [first, ...more] : [];
  const contacts = pages.flatMap((page) => page.contacts);
  const next = pages.at(-1)?.next;
  const readOn = async () => {
    const page = await read('tasks.contacts', { after: next }).catch(() => undefined);
    if (page) setMore([...more, page]);
  };

  return (
    <div className="contacts-page">
      <h1>{t('Contact history')}</h1>
      {isPending && <Skeleton kind="row" rows={6} />}
      {error && !first && (
        <Empty icon={CloudOff} title={problemOf(error).title} action={<Button onClick={() => void refetch()}>{t('Try again')}</Button>} />
      )}
      {first && contacts.length === 0 && <Empty icon={History} title={t('There has been no contact yet.')} />}
      {contacts.length > 0 && (
        <Card title={t('Newest first')}>
          <ContactRows contacts={contacts} onOpen={onOpen} />
          {next && <Button kind="quiet" onClick={() => void readOn()}>{t('Show older ones')}</Button>}
        </Card>
      )}
    </div>
  );
};
