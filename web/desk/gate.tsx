import type { FormEvent, ReactNode } from 'react';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import './gate.css';

type GateProps = {
  title: string;
  says?: ReactNode;
  children?: ReactNode;
  /** What stands against it, in words. */
  problem?: ReactNode;
  button?: string;
  busy?: boolean;
  onEnter?: () => void;
  /** Another way in, below the button. */
  other?: ReactNode;
};

/** A page in front of the desk: one sheet, one thing to do. */
export const Gate = ({ title, says, children, problem, button, busy, onEnter, other }: GateProps) => {
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onEnter?.();
  };

  return (
    <main className="gate">
      <form className="gate-sheet" aria-label={title} noValidate autoComplete="off" onSubmit={enter}>
        <p className="gate-mark">
          <b aria-hidden>{'fl'}</b> {t('Firstline')}
        </p>
        <h1>{title}</h1>
        {says && <p className="gate-says">{says}</p>}
        {children}
        <div className="gate-problem" role="alert">
          {problem}
        </div>
        {button && (
          <Button kind="primary" type="submit" busy={busy}>
            {button}
          </Button>
        )}
        {other}
      </form>
    </main>
  );
};
