import type { ContactPage } from '@firstline/contract/contacts.ts';
import { labelIn } from '@firstline/domain/desk/list-item.ts';
import { CloudOff, History, Phone } from 'lucide-react';
import { useState } from 'react';
import { problemOf, read } from '../platform/api.ts';
import { useQueryOf } from '../platform/asking.ts';
import { useHouse } from '../platform/me.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CHANNEL_ICONS, channelName } from '../ui/channel.ts';
import { Empty } from '../ui/empty.tsx';
import { Icon } from '../ui/icon.tsx';
import { serverNow } from '../ui/now.ts';
import { Row } from '../ui/row.tsx';
import { Rows } from '../ui/rows.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { taskAddress } from './task-row.tsx';
import './contacts-page.css';

/** Every contact of the queues one serves, the newest first; each opens with its notes. */
export const ContactsPage = ({ onOpen }: { onOpen: (taskId: string) => void }) => {
  const { data: first, error, isPending, refetch } = useQueryOf('tasks.contacts', {}, { staleTime: 0 });
  const [more, setMore] = useState<ContactPage[]>([]);
  const { closeReasons } = useHouse().lists;
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
          <Rows name={t('Contact history')}>
            {contacts.map((contact) => (
              <Row
                key={contact.conversationId}
                icon={CHANNEL_ICONS[contact.channel]}
                iconName={channelName(contact.channel)}
                who={contact.customerName}
                what={contact.note ?? (contact.subject.trim() || t('No subject'))}
                age={<time dateTime={contact.openedAt}>{clockTime(contact.openedAt, serverNow())}</time>}
                tags={
                  contact.closeReason ? <Tag>{t(labelIn(closeReasons, contact.closeReason))}</Tag> : <Tag tone={contact.status === 'open' ? 'ok' : 'off'}>{contact.status === 'open' ? t('Open') : t('Closed')}</Tag>
                }
                href={contact.taskId ? taskAddress(contact.taskId) : '#'}
                onOpen={() => contact.taskId && onOpen(contact.taskId)}
                action={
                  contact.channel === 'call' && (
                    <a href={`tel:${contact.address.replace(/[^+\d]/g, '')}`} aria-label={t('Call {{name}} again', { name: contact.customerName })}>
                      <Icon of={Phone} />
                    </a>
                  )
                }
              />
            ))}
          </Rows>
          {next && <Button kind="quiet" onClick={() => void readOn()}>{t('Show older ones')}</Button>}
        </Card>
      )}
    </div>
  );
};
