import type { ErrorComponentProps } from '@tanstack/react-router';
import { Unplug } from 'lucide-react';
import { HelpLine } from '../platform/help-line.tsx';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';

/** A mistake of ours on the screen: said as one, with the way on. The browser's own log keeps what it was. */
export const Broken = ({ reset }: ErrorComponentProps) => (
  <main className="gate">
    <h1 className="heard">{t('Firstline')}</h1>
    <Empty
      icon={Unplug}
      title={t('Something went wrong on this screen.')}
      action={
        <Button
          kind="primary"
          onClick={() => {
            reset();
            location.reload();
          }}
        >
          {t('Load it again')}
        </Button>
      }
    >
      {t('Your task and your drafts are as you left them.')} <HelpLine />
    </Empty>
  </main>
);
