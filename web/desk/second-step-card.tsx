import { useCommand } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Card } from '../ui/card.tsx';
import { CheckRow } from '../ui/check-row.tsx';
import { WhyNot } from '../platform/why-not.tsx';
import './second-step.css';

/** Whether the house asks everybody for a second step. */
export const SecondStepCard = () => {
  const asked = useMe().house?.secondStep ?? false;
  const ask = useCommand('desk.askSecondStep');
  return (
    <Card title={t('Signing in')}>
      <div className="second-step-asked">
        <CheckRow label={t('Everybody signs in with a second step')} says={t('Who has none sets it up at their next sign-in. Whoever comes by the company account brings its own.')} checked={asked} onChange={(on) => void ask.ask({ asked: on })} />
        <WhyNot breaches={ask.refused} problem={ask.problem} />
      </div>
    </Card>
  );
};
