import { Link, Outlet } from '@tanstack/react-router';
import { isAdministrator, useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Page } from './frame.tsx';
import './settings.css';

/** What administrators look after: people, queues, lists, rules. */
export const Settings = () => (
  <Page>
    {isAdministrator(useMe()) && (
      <nav className="settings-nav" aria-label={t('Settings')}>
        <Link to="/people">{t('People')}</Link>
        <Link to="/queues">{t('Queues')}</Link>
        <Link to="/lists">{t('Lists')}</Link>
        <Link to="/rules">{t('House rules')}</Link>
      </nav>
    )}
    <Outlet />
  </Page>
);
