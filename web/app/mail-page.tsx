import { Send } from 'lucide-react';
import { useState } from 'react';
import { AdminPage } from '../desk/admin-page.tsx';
import { Unread } from '../platform/unread.tsx';
import { MailTestResult } from '../conversations/mail-test-result.tsx';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { isAdministrator, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextField } from '../ui/text-field.tsx';
import './mail-page.css';

/** How mail comes in and leaves, and whether it does. */
export const MailPage = () => {
  const { queues } = useMe();
  const { data, error, refetch } = useQueryOf('conversations.mailSetup', {}, { enabled: isAdministrator(useMe()), staleTime: 0 });
  const [to, setTo] = useState('');
  const test = useCommand('conversations.testMail');
  const isAsked = data?.lastTest?.state === 'asked';
  const send = () => void test.ask({ to: to.trim() }).then((answer) => ('done' in answer ? void refetch() : undefined));

  return (
    <AdminPage title={t('Mail')} says={t('The accounts and servers are settings of the machine (see “run in earnest” in the documentation); the addresses belong to the queues.')}>
      {!data ? error ? <Unread error={error} onRetry={() => void refetch()} /> : <Skeleton kind="row" rows={3} /> : (
        <>
          <Card title={t('Mail that leaves')}>
            <div className="mail-card">
            <Facts
              facts={[
                [t('Sent through'), data.sendsBy ? `${data.sendsBy.host}${data.sendsBy.secure ? ` · ${t('encrypted')}` : ''}${data.sendsBy.signsIn ? ` · ${t('signs in')}` : ''}` : t('Nothing yet: MAIL_URL is not set, so every mail fails and says so.')],
                [t('Sender where a queue has no address'), data.from],
              ]}
            />
            <form
              className="mail-test"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                send();
              }}
            >
              <TextField label={t('Send a test mail to')} inputMode="email" autoComplete="email" value={to} onChange={setTo} error={test.problem?.title} />
              <Button type="submit" kind="primary" icon={Send} busy={test.busy || isAsked} refused={to.includes('@') ? undefined : t('Write an address first.')}>
                {t('Send a test mail')}
              </Button>
            </form>
            {data.lastTest && <MailTestResult test={data.lastTest} />}
            </div>
          </Card>
          <Card title={t('Mail that comes in')}>
            <div className="mail-card">
            <Facts
              facts={[
                [t('Taken on port'), String(data.smtpPort)],
                [t('Senders are checked by'), data.trustedRelay ?? t('Nobody: MAIL_TRUSTED_RELAY is not set, so each mail says that its sender is not verified.')],
                ...queues.map(({ name, address }, n): [string, string] => [name, `${address ?? t('No address of its own')}${n === 0 ? ` · ${t('gets mail to any other address')}` : ''}`]),
              ]}
            />
            </div>
          </Card>
        </>
      )}
    </AdminPage>
  );
};

