import { Inbox } from 'lucide-react';
import { t } from '../../platform/words.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../frame.tsx';
import { FirstSteps } from './first-steps.tsx';
import { useFirstSteps } from './use-first-steps.ts';

/** Where people begin whose roles have no tasks: those who only look after the desk, or review. */
export const NoWorkPage = () => {
  const steps = useFirstSteps();
  return (
    <Page>
      <h1 className="heard">{t('Firstline')}</h1>
      {steps ? <FirstSteps {...steps} /> : <Empty icon={Inbox} title={t('Your roles have no tasks.')}>{t('What you look after stands in the bar with the places.')}</Empty>}
    </Page>
  );
};
