import { labelIn } from '@firstline/domain/desk/list-item.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Rows } from '../ui/rows.tsx';
import { ListGroup } from '../ui/workspace-layout.tsx';
import { TaskRow } from './task-row.tsx';

type RecentTasksProps = { cards: TaskCard[]; openId?: string; onOpen: (taskId: string) => void };

/** What I held before, so that nothing I worked on is lost from sight. */
export const RecentTasks = ({ cards, openId, onOpen }: RecentTasksProps) => {
  const { closeReasons, teams } = useHouse().lists;
  return cards.length > 0 && (
    <ListGroup title={t('Recently held')}>
      <Rows name={t('Recently held')}>
        {cards.map((card) => (
          <TaskRow key={card.id} card={card} what={whereIs(card, (id) => t(labelIn(closeReasons, id)), (id) => t(labelIn(teams, id)))} current={card.id === openId && card.status !== 'waiting'} onOpen={onOpen} />
        ))}
      </Rows>
    </ListGroup>
  );
};

const whereIs = (card: TaskCard, reasonOf: (id: string) => string, teamOf: (id: string) => string): string => {
  if (card.status === 'closed') return card.closeReason ? t('Closed: {{reason}}', { reason: reasonOf(card.closeReason) }) : t('Closed');
  if (card.status === 'escalated') return card.teamId ? t('Went to: {{team}}', { team: teamOf(card.teamId) }) : t('Escalated');
  if (card.status === 'parked') return t('Waits for the customer');
  return card.status === 'held' ? t('Held by a colleague') : t('Back in the queue');
};
