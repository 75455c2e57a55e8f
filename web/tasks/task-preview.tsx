import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { labelIn } from '@firstline/domain/desk/list-item.ts';
import { ArrowLeft } from 'lucide-react';
import { useHouse } from '../platform/me.ts';
import { saidOnce } from '../platform/told.ts';
import { t } from '../platform/words.ts';
import { Age } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { Clamped } from '../ui/clamped.tsx';
import { Facts } from '../ui/facts.tsx';
import { saidOfBreach } from '../ui/said-of-breach.ts';
import { WhyNot } from '../platform/why-not.tsx';
import { ContactsSection } from './contacts-section.tsx';
import { SummarySection } from './summary-section.tsx';
import type { Claim } from './use-claim.ts';
import './task-preview.css';

type TaskPreviewProps = { card: TaskCard; phones: string[]; claim: Claim; onBack: () => void };

/** A task that waits: what may be seen before it is claimed, and no more. */
export const TaskPreview = ({ card, phones, claim, onBack }: TaskPreviewProps) => {
  const { lists } = useHouse(card.queueId);
  const breaches = saidOnce(claim.breachesOf(card), claim.refused?.card.id === card.id ? claim.refused.breaches : []);
  const first = breaches.find(({ level }) => level === 'enforced');

  return (
    <div className="task-preview scrolls">
      <div className="task-preview-sheet">
        <SummarySection summary={card.summary} />
        <section className="section" aria-label={t('Customer')}>
          <Facts
            facts={[
              [t('Customer'), <Clamped key="customer">{card.customerName}</Clamped>],
              [t('Phone'), phones.length > 0 && <Clamped key="phones">{phones.join(', ')}</Clamped>],
              [t('Service'), t(labelIn(lists.taskTypes, card.taskType))],
              [t('Waits since'), <Age key="age" since={card.openedAt} />],
              [t('Subject'), card.subject && <Clamped key="subject">{card.subject}</Clamped>],
            ]}
          />
        </section>
        <ContactsSection customerId={card.customerId} taskId={card.id} />
        <div className="task-preview-claim">
          <WhyNot breaches={breaches} problem={claim.problem} anyway={t('Claim anyway')} onAnyway={(rules) => claim.claim(card, rules)} />
          <p className="task-preview-acts">
            <Button icon={ArrowLeft} onClick={onBack}>
              {t('Back to the queue')}
            </Button>
            <Button kind="primary" keys="c" busy={claim.busyWith === card.id} refused={saidOfBreach(first)} onClick={() => claim.claim(card)}>
              {t('Claim')}
            </Button>
          </p>
        </div>
      </div>
    </div>
  );
};
