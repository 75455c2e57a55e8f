import { useEffect } from 'react';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import './outdated.css';

const WRITES = 'textarea, input:not([type="checkbox"], [type="radio"]), [contenteditable="true"]';

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

const isWriting = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"]') !== null ||
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(WRITES)].some((field) => field === document.activeElement || (field.tagName === 'TEXTAREA' && field.value.trim() !== ''));
