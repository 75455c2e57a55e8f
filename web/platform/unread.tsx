import { Link } from '@tanstack/react-router';
import { CloudOff } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { problemOf } from './api.ts';
import { t } from './words.ts';

/** What could not be read, and the way to try again. */
export const Unread = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => (
  <Empty icon={CloudOff} title={problemOf(error).title} action={<Button onClick={onRetry}>{t('Try again')}</Button>}>
    <Link to="/help">{t('Quick help')}</Link>
  </Empty>
);
