import type { ContactPage } from '@firstline/contract/contacts.ts';
import { History } from 'lucide-react';
import { useState } from 'react';
import { problemOf, read } from '../platform/api.ts';
import { useQueryOf } from '../platform/asking.ts';
import { Unread } from '../platform/unread.tsx';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { ContactRows } from './contact-rows.tsx';

/** Every contact of the queues one serves, the newest first; each opens with its notes. */
export const ContactsPage = ({ onOpen }: { onOpen: (taskId: string) => void }) => {
  const { data: first, error, isPending, refetch } = useQueryOf('tasks.contacts', {}, { staleTime: 0 });
  // All that stood on the screen when more was read: new contacts push none of it off the first page.
  const [older, setOlder] = useState<ContactPage>();
  const [reading, setReading] = useState(false);
  const newest = new Set(first?.contacts.map(({ conversationId }) => conversationId));
  const contacts = [...(first?.contacts ?? []), ...(older?.contacts ?? []).filter(({ conversationId }) => !newest.has(conversationId))];
  const { next } = older ?? first ?? {};
  const readOn = async () => {
    setReading(true);
    try {
      const page = await read('tasks.contacts', { after: next });
      setOlder({ ...page, contacts: [...contacts, ...page.contacts] });
    } catch (problem) {
      toast(problemOf(problem).title, { tone: 'stop' });
    } finally {
      setReading(false);
    }
  };

  return (
    <Sheet title={t('Contact history')}>
      {isPending && <Skeleton kind="row" rows={6} />}
      {error && !first && <Unread error={error} onRetry={() => void refetch()} />}
      {first && contacts.length === 0 && <Empty icon={History} title={t('There has been no contact yet.')} />}
      {contacts.length > 0 && (
        <Card title={t('Newest first')}>
          <ContactRows contacts={contacts} onOpen={onOpen} />
          {next && <Button kind="quiet" busy={reading} onClick={() => void readOn()}>{t('Show older ones')}</Button>}
        </Card>
      )}
    </Sheet>
  );
};
