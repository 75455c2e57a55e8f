import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import type { MouseEvent } from 'react';
import { t } from '../platform/words.ts';
import { Clock } from '../ui/clock.tsx';
import { Dot } from '../ui/tag.tsx';
import { taskAddress } from './task-row.tsx';
import './held-tag.css';

/** What I hold and since when, on every screen: the way back to it. */
export const HeldTag = ({ card, onOpen }: { card: TaskCard; onOpen: (taskId: string) => void }) => {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(card.id);
  };
  return (
    <a className="held-tag" href={taskAddress(card.id)} data-tip={t('The task you hold')} onClick={open}>
      <Dot tone="accent" />
      <span className="held-tag-who">{card.customerName}</span>
      {card.heldSince && <Clock since={card.heldSince} />}
    </a>
  );
};
