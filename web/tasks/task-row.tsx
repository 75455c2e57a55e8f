import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { useCallback, useMemo, type ReactNode } from 'react';
import { t } from '../platform/words.ts';
import { Age } from '../ui/age.tsx';
import { CHANNEL_ICONS, channelName } from '../ui/channel.ts';
import { Row, type RowProps } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';
import { HoldingTags } from './holding-tags.tsx';
import { AnswerTag } from './answer-tag.tsx';
import { CriticalityTag } from './criticality-tag.tsx';
import { TypeTag } from './type-tag.tsx';

type TaskRowProps = Pick<RowProps, 'mine' | 'current' | 'leaving' | 'place' | 'action'> & {
  card: TaskCard;
  /** Instead of what the customer wants: how it left, say. */
  what?: ReactNode;
  age?: ReactNode;
  onOpen: (taskId: string) => void;
};

export const taskAddress = (taskId: string): string => `/tasks/${encodeURIComponent(taskId)}`;

/** The task whose row has the focus, for keys that act on it. */
export const focusedTaskId = (): string | undefined => {
  const address = document.activeElement?.getAttribute('href');
  const id = /^\/tasks\/([^/?#]+)$/.exec(address ?? '')?.[1];
  return id && decodeURIComponent(id);
};

export const TaskRow = ({ card, what, age, onOpen, ...row }: TaskRowProps) => {
  // The list is drawn anew whenever one task comes or goes; what the others say is not.
  const tags = useMemo(
    () => (
      <>
        <CriticalityTag id={card.criticality} />
        <TypeTag type={card.taskType} />
        {card.status === 'escalated' && <Tag tone="warn">{t('Escalated')}</Tag>}
        <AnswerTag task={card} />
        <HoldingTags task={card} />
      </>
    ),
    [card],
  );
  const open = useCallback(() => onOpen(card.id), [onOpen, card.id]);
  const since = useMemo(() => <Age since={card.openedAt} />, [card.openedAt]);
  return (
    <Row
      {...row}
      icon={CHANNEL_ICONS[card.channel]}
      iconName={channelName(card.channel)}
      who={card.customerName}
      what={what ?? (card.subject.trim() || card.summary.lines[0]?.says || t('No subject'))}
      age={age ?? since}
      tags={tags}
      href={taskAddress(card.id)}
      onOpen={open}
    />
  );
};
