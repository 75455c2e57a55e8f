import { answerState } from '@firstline/domain/tasks/answer-target.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { useHouse } from '../platform/me.ts';
import { ago } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { useNow } from '../ui/now.ts';
import { Tag } from '../ui/tag.tsx';

type AnswerTagProps = { task: Pick<TaskCard, 'queueId' | 'openedAt' | 'status' | 'answerDueAt' | 'answerMark'>; whole?: boolean };

/** How long the customer may still wait for a first answer; in lists only once that grows short. */
export const AnswerTag = ({ task, whole }: AnswerTagProps) => {
  const { policy } = useHouse(task.queueId);
  const now = useNow(undefined, 5);
  const state = answerState(task, new Date(now).toISOString(), policy);
  if (!state || !task.answerDueAt || (state === 'in-time' && !whole)) return null;
  if (state === 'missed') return <Tag tone="stop">{t('Answer late by {{time}}', { time: ago(task.answerDueAt, now) })}</Tag>;
  const left = ago(new Date(now).toISOString(), Date.parse(task.answerDueAt));
  return <Tag tone={state === 'soon' ? 'warn' : 'off'}>{t('Answer within {{time}}', { time: left })}</Tag>;
};
