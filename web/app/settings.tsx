import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isAdministrator, readsJournal, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Page } from './frame.tsx';
import { settingsPages } from './late-pages.ts';
import './settings.css';

/** What administrators look after, and what whoever answers for the desk may read. */
export const Settings = () => {
  const me = useMe();
  // All of them are here before the line may break; what was read of them stays anyway.
  useEffect(() => Object.values(settingsPages).forEach(({ fetch }) => fetch()), []);
  return (
    <Page>
      {readsJournal(me) && (
        <nav className="settings-nav" aria-label={t('Settings')}>
          {isAdministrator(me) && (
            <>
              <Link to="/people">{t('People')}</Link>
              <Link to="/queues">{t('Queues')}</Link>
              <Link to="/mail">{t('Mail')}</Link>
              <Link to="/lists">{t('Lists')}</Link>
              <Link to="/rules">{t('House rules')}</Link>
              <Link to="/tokens">{t('API tokens')}</Link>
            </>
          )}
          <Link to="/import">{t('Import')}</Link>
          <Link to="/journal">{t('Audit log')}</Link>
        </nav>
      )}
      <Outlet />
    </Page>
  );
};
