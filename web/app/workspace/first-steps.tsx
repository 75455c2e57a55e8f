import { Link } from '@tanstack/react-router';
import { Circle, CircleCheck } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { t } from '../../platform/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useFirstSteps } from './use-first-steps.ts';
import './first-steps.css';

/** For whoever looks after a new desk: what to do next, and what is done already; `otherwise` for everybody else, and from then on. */
export const FirstSteps = ({ otherwise }: { otherwise?: ReactNode }) => {
  const id = useId();
  const known = useFirstSteps();
  if (!known) return otherwise;
  const { steps, putAway } = known;
  return (
    <section className="first-steps" aria-labelledby={id}>
      <h2 id={id}>{t('The first five minutes')}</h2>
      <p className="first-steps-says">{t('What this desk needs before it can work. Each is ticked by itself once it is so.')}</p>
      <ol>
        {steps.map(({ does, says, to, done }) => (
          <li key={does} data-done={done || undefined}>
            <Icon of={done ? CircleCheck : Circle} name={done ? t('Done') : t('To do')} />
            <p>
              <Link to={to}>{does}</Link>
              <small>{says}</small>
            </p>
          </li>
        ))}
      </ol>
      <Button kind="quiet" onClick={putAway}>
        {t('Put this away')}
      </Button>
    </section>
  );
};
