import { Inbox, Mail, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { Icon } from '../ui/icon.tsx';
import { Tag } from '../ui/tag.tsx';
import { AdminPage } from './admin-page.tsx';
import { QueueDialog } from './queue-dialog.tsx';
import './queues-page.css';

/** The lines in which tasks wait, and which mail each of them gets. */
export const QueuesPage = () => {
  const { queues } = useMe();
  const [asked, setAsked] = useState<{ queueId?: string }>();
  const openOne = (
    <Button kind="primary" icon={Plus} onClick={() => setAsked({})}>
      {t('Open a queue')}
    </Button>
  );

  return (
    <AdminPage title={t('Queues')} says={t('Where tasks wait until somebody claims them. Who serves a queue is said with each person.')} action={queues.length > 0 && openOne}>
      {queues.length === 0 ? (
        <Empty icon={Inbox} title={t('There is no queue yet.')} action={openOne}>
          {t('Open the first one; then mail has a place to come in.')}
        </Empty>
      ) : (
        <Card title={t('Open queues')} aside={queues.length}>
          <ul className="sheet-list">
            {queues.map(({ id, name, address }, n) => (
              <li key={id} className="queue-line">
                <p className="queue-name">{name}</p>
                <div className="queue-mail">
                  <p className={address ? 'queue-address' : 'sheet-quiet'}>
                    {address && <Icon of={Mail} />} {address ?? t('No address of its own')}
                  </p>
                  {/* The desk puts mail to an unknown address into the oldest queue. */}
                  {n === 0 && <Tag>{t('gets mail to any other address')}</Tag>}
                </div>
                <Button icon={Pencil} aria-label={t('Change “{{name}}”', { name })} onClick={() => setAsked({ queueId: id })}>
                  {t('Change')}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {asked && <QueueDialog queues={queues} queue={queues.find(({ id }) => id === asked.queueId)} onClose={() => setAsked(undefined)} />}
    </AdminPage>
  );
};
