import type { Escalation } from '@firstline/domain/tasks/task.ts';
import { clockTime } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { Facts } from '../ui/facts.tsx';
import { serverNow } from '../ui/now.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { escalationCategory } from './escalation-words.ts';

/** Why the task went to the account team. */
export const EscalationSection = ({ escalation: { category, issue, tried, at }, by }: { escalation: Escalation; by?: string }) => (
  <Section title={t('Escalation')} aside={<Tag tone="warn">{escalationCategory(category)}</Tag>}>
    <Facts
      facts={[
        [t('Matter'), issue],
        [t('Tried'), tried],
        [t('By'), `${by ?? t('A colleague')}, ${clockTime(at, serverNow())}`],
      ]}
    />
  </Section>
);
