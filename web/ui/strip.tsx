import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../platform/words.ts';
import { Icon } from './icon.tsx';
import { Dot } from './tag.tsx';
import './strip.css';

export type StripStep = { label: string; done: boolean; onOpen?: () => void };

/** What has to be looked at, in order, and the clock of it. */
export const Strip = ({ name, steps, clock }: { name: string; steps: StripStep[]; clock?: ReactNode }) => (
  <div className="strip">
    <ol className="strip-steps" aria-label={name}>
      {steps.map(({ label, done, onOpen }) => (
        <li key={label} data-done={done || undefined}>
          <StepBody onOpen={onOpen}>
            {done ? <Icon of={Check} /> : <Dot />}
            <span className="strip-label">{label}</span>
            <span className="heard">: {done ? t('done') : t('to do')}</span>
          </StepBody>
        </li>
      ))}
    </ol>
    {clock && <span className="strip-clock">{clock}</span>}
  </div>
);

const StepBody = ({ onOpen, children }: { onOpen?: () => void; children: ReactNode }) =>
  onOpen ? (
    <button type="button" className="strip-step" onClick={onOpen}>
      {children}
    </button>
  ) : (
    <span className="strip-step">{children}</span>
  );
