import { Inbox } from 'lucide-react';
import { t } from '../../platform/words.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../frame.tsx';
import { FirstSteps } from './first-steps.tsx';

/** Where people begin whose roles have no tasks: those who only look after the desk, or review. */
export const NoWorkPage = () => (
  <Page>
    <h1 className="heard">{t('Firstline')}</h1>
    <FirstSteps otherwise={<Empty icon={Inbox} title={t('Your roles have no tasks.')}>{t('What you look after stands in the bar with the places.')}</Empty>} />
  </Page>
);
