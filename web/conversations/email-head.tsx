import { useId } from 'react';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import './email-head.css';

type EmailHeadProps = {
  /** An address of the customer's that somebody reads, where the one at hand is a no-reply one. */
  proposed?: string;
  to: string;
  subject: string;
  onTo: (to: string) => void;
  onSubject: (subject: string) => void;
};

/** To whom and about what: the line above the text of an email. */
export const EmailHead = ({ proposed, to, subject, onTo, onSubject }: EmailHeadProps) => {
  const id = useId();
  return (
    <>
      <span className="email-head">
        <label htmlFor={`${id}to`}>{t('To')}</label>
        <input id={`${id}to`} className="email-head-to" type="text" inputMode="email" autoComplete="off" spellCheck={false} maxLength={320} value={to} onChange={({ target }) => onTo(target.value)} />
      </span>
      {proposed && (
        <Button kind="quiet" onClick={() => onTo(proposed)}>
          {t('Send to {{address}} instead', { address: proposed })}
        </Button>
      )}
      <span className="email-head">
        <label htmlFor={`${id}subject`}>{t('Subject')}</label>
        <input id={`${id}subject`} type="text" autoComplete="off" maxLength={500} value={subject} onChange={({ target }) => onSubject(target.value)} />
      </span>
    </>
  );
};
