import { WifiOff } from 'lucide-react';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { useNow } from './now.ts';
import './offline.css';

export type OfflineProps = {
  /** When the line broke; without it the banner is silent. */
  since?: string;
  offset?: number;
  onRetry?: () => void;
};

export const Offline = ({ since, offset, onRetry }: OfflineProps) => {
  const now = useNow(offset, 60);
  return (
    <div className="offline" role="status">
      {since && (
        <>
          <Icon of={WifiOff} />
          <p>
            <b>{t('Offline since {{time}}.', { time: clockTime(since, now) })}</b> {t('What you see may have changed. Your drafts are safe and stay on this screen.')}
          </p>
          {onRetry && <Button onClick={onRetry}>{t('Try now')}</Button>}
        </>
      )}
    </div>
  );
};
