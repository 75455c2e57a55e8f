import type { ContactLine } from '@firstline/contract/contacts.ts';
import { useQueryOf } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { CHANNEL_ICONS, channelName } from '../ui/channel.ts';
import { Icon } from '../ui/icon.tsx';
import { serverNow } from '../ui/now.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { taskAddress } from './task-row.tsx';
import './contacts-section.css';

type ContactsSectionProps = { customerId: string; taskId: string };

const SHOWN = 6;

/** The customer's other open tasks and earlier contacts, on all channels: known before one writes to them. */
export const ContactsSection = ({ customerId, taskId }: ContactsSectionProps) => {
  const { queues } = useMe();
  const { data } = useQueryOf('tasks.contacts', { customerId }, { staleTime: 0 });
  if (!data) return null;
  const others = data.contacts.filter((contact) => contact.taskId !== taskId);
  const isOpen = (contact: ContactLine) => contact.taskStatus !== undefined && contact.taskStatus !== 'closed';
  const open = others.filter(isOpen);
  const queueName = (id: string) => queues.find((queue) => queue.id === id)?.name ?? '';

  return (
    <Section title={t('Other contacts')} aside={open.length > 0 ? <Tag tone="warn">{t('{{count}} other open tasks', { count: open.length })}</Tag> : others.length || undefined}>
      {others.length === 0 && <p className="section-from">{t('This is the first contact.')}</p>}
      <ul className="contacts-others">
        {[...open, ...others.filter((contact) => !isOpen(contact))].slice(0, SHOWN).map((contact) => (
          <li key={contact.conversationId}>
            <Icon of={CHANNEL_ICONS[contact.channel]} name={channelName(contact.channel)} />
            <span>
              {contact.taskId ? <a href={taskAddress(contact.taskId)}>{contact.subject.trim() || t('No subject')}</a> : contact.subject}
              <small>
                {clockTime(contact.openedAt, serverNow())} · {queueName(contact.queueId)} · {isOpen(contact) ? t('open') : t('closed')}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {others.length > SHOWN && <p className="section-from">{t('and {{n}} more', { n: others.length - SHOWN })}</p>}
      {data.elsewhere > 0 && <p className="section-from">{t('{{count}} in queues you do not serve', { count: data.elsewhere })}</p>}
    </Section>
  );
};
