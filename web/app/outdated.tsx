import { useEffect } from 'react';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { isWriting } from './writing.ts';
import './outdated.css';

/** The desk was renewed. Nobody who writes is interrupted: then it is offered, else it is done. */
export const Outdated = () => {
  useEffect(() => {
    if (!isWriting()) location.reload();
  }, []);
  return (
    <div className="outdated" role="status">
      <p>{t('A newer desk is ready. Your drafts stay as they are.')}</p>
      <Button onClick={() => location.reload()}>{t('Load it now')}</Button>
    </div>
  );
};
