import { labelIn } from '@firstline/domain/desk/list-item.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { useHouse } from '../platform/me.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { channelName } from '../ui/channel.ts';
import { Facts } from '../ui/facts.tsx';
import { serverNow, useNow } from '../ui/now.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';

type EscalationProps = { task: Pick<Task, 'escalation' | 'teamId' | 'queueId'>; by?: string };

/** Why the task went up, to whom, and by when the customer should have heard. */
export const EscalationSection = ({ task: { escalation, teamId, queueId }, by }: EscalationProps) => {
  const { lists } = useHouse(queueId);
  if (!escalation) return null;
  const { category, reason, issue, tried, contactBy, answerBy, answeredAt, at } = escalation;
  return (
    <Section title={t('Escalation')} aside={<Tag tone="warn">{t(labelIn(lists.escalationTable, category))}</Tag>}>
      <Facts
        facts={[
          [t('Team'), teamId && t(labelIn(lists.teams, teamId))],
          [t('Reason'), reason && t(labelIn(lists.escalationReasons, reason))],
          [t('Matter'), issue],
          [t('Tried'), tried],
          [t('Contact by'), contactBy && channelName(contactBy)],
          [t('Answer'), answeredAt ? t('given {{time}}', { time: clockTime(answeredAt, serverNow()) }) : answerBy && <AnswerBy key="due" at={answerBy} />],
          [t('By'), `${by ?? t('A colleague')}, ${clockTime(at, serverNow())}`],
        ]}
      />
    </Section>
  );
};

const AnswerBy = ({ at }: { at: string }) => {
  const now = useNow(undefined, 30);
  const time = clockTime(at, now);
  return Date.parse(at) < now ? <Tag tone="stop">{t('late since {{time}}', { time })}</Tag> : <>{t('due {{time}}', { time })}</>;
};
