import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { dueIn } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/now.ts';
import { Rows } from '../ui/rows.tsx';
import { ListGroup } from '../ui/workspace-layout.tsx';
import { TaskRow } from './task-row.tsx';
import type { Claim } from './use-claim.ts';

type ParkedTasksProps = { cards: TaskCard[]; openId?: string; onOpen: (taskId: string) => void; claim: Claim };

/** What waits for its customer, and what came back while I had my hands full. */
export const ParkedTasks = ({ cards, openId, onOpen, claim }: ParkedTasksProps) => {
  const now = useNow(undefined, 30);
  if (cards.length === 0) return null;
  return (
    <ListGroup title={t('Parked by me')} count={cards.length}>
      <Rows name={t('Parked by me')}>
        {cards.map((card) => (
          <TaskRow
            key={card.id}
            card={card}
            what={whereItStands(card, now)}
            current={card.id === openId}
            onOpen={onOpen}
            action={
              <Button tabIndex={-1} busy={claim.busyWith === card.id} aria-label={t('Take back the task of {{name}}', { name: card.customerName })} onClick={() => claim.claim(card)}>
                {t('Take back')}
              </Button>
            }
          />
        ))}
      </Rows>
    </ListGroup>
  );
};

const whereItStands = (card: TaskCard, now: number): string => {
  if (card.status === 'parked') return t('Waits for the customer: {{time}}', { time: dueIn(card.parkedUntil ?? '', now) });
  return card.cameBack === 'reply' ? t('The customer has answered: yours to take first') : t('Its time has come: yours to take first');
};
