import { CloudOff, KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { problemOf } from '../platform/api.ts';
import { isAdministrator, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import './admin-page.css';

type AdminPageProps = { title: string; /** When it is not for administrators alone. */ may?: boolean; says?: ReactNode; action?: ReactNode; children: ReactNode };

/** A page for whoever looks after the desk. Others are told whose it is; the doors behind it are closed to them anyway. */
export const AdminPage = ({ title, may: mayAlso, says, action, children }: AdminPageProps) => {
  const isKeeper = isAdministrator(useMe());
  const may = mayAlso ?? isKeeper;
  return (
    <div className="admin">
      <header className="admin-head">
        <div>
          <h1>{title}</h1>
          {may && says && <p className="admin-says">{says}</p>}
        </div>
        {may && action}
      </header>
      {may ? (
        children
      ) : (
        <Empty icon={KeyRound} title={t('This page belongs to the administrators.')}>
          {t('Ask one of them for what you need changed here.')}
        </Empty>
      )}
    </div>
  );
};

/** What could not be read, and the way to try again. */
export const Unread = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => (
  <Empty icon={CloudOff} title={problemOf(error).title} action={<Button onClick={onRetry}>{t('Try again')}</Button>}>
    <a href="/help">{t('Quick help')}</a>
  </Empty>
);
