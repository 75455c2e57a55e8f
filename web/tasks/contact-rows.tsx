import type { ContactLine } from '@firstline/contract/contacts.ts';
import { labelIn } from '@firstline/domain/desk/list-item.ts';
import { Phone } from 'lucide-react';
import { useHouse } from '../platform/me.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { CHANNEL_ICONS, channelName } from '../ui/channel.ts';
import { Icon } from '../ui/icon.tsx';
import { serverNow } from '../ui/now.ts';
import { Row } from '../ui/row.tsx';
import { Rows } from '../ui/rows.tsx';
import { Tag } from '../ui/tag.tsx';
import { taskAddress } from './task-row.tsx';

/** Contacts one under the other; each opens with its notes. */
export const ContactRows = ({ contacts, onOpen }: { contacts: readonly ContactLine[]; onOpen: (taskId: string) => void }) => {
  const { closeReasons } = useHouse().lists;
  return (
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
  );
};
