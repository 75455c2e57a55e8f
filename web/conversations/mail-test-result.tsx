import type { MailTest } from '@firstline/domain/conversations/mail-test.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { serverNow } from '../ui/now.ts';
import { Tag } from '../ui/tag.tsx';

/** What came of a test mail. That a server took it is all that anybody here can know. */
export const MailTestResult = ({ test: { state, to, cause, at } }: { test: MailTest }) => (
  <p className="mail-test-result" role="status">
    <Tag tone={state === 'sent' ? 'ok' : state === 'asked' ? 'off' : 'stop'}>{WORDS[state]()}</Tag> {t('to {{to}} at {{time}}', { to, time: clockTime(at, serverNow()) })}
    {state === 'sent' && ` · ${t('The mail server took it. Whether it arrived, only the mailbox tells.')}`}
    {cause && ` · ${t(cause)}`}
  </p>
);

const WORDS: Record<MailTest['state'], () => string> = { asked: () => t('on its way'), sent: () => t('sent'), failed: () => t('not sent'), unknown: () => t('unclear whether it went') };
