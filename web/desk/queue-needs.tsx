import { labelIn, offered } from '@firstline/domain/desk/list-item.ts';
import type { QueueNeeds } from '@firstline/domain/desk/queue.ts';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CheckGroup } from './check-group.tsx';

export type WrittenNeeds = { criticality: string; skills: string[]; minutes: string };

export const writtenNeeds = (queue: Partial<QueueNeeds> | undefined): WrittenNeeds => ({
  criticality: queue?.criticality ?? '',
  skills: queue?.skills ?? [],
  minutes: queue?.answerMinutes ? String(queue.answerMinutes) : '',
});

/** What was written, as it is kept; nothing when the minutes are no number. */
export const keptNeeds = ({ criticality, skills, minutes }: WrittenNeeds): QueueNeeds | undefined => {
  const typed = minutes.trim();
  if (typed && !/^[1-9]\d{0,4}$/.test(typed)) return undefined;
  return { skills, ...(criticality && { criticality }), ...(typed && { answerMinutes: Number(typed) }) };
};

type QueueNeedsFieldsProps = { needs: WrittenNeeds; onNeeds: (part: Partial<WrittenNeeds>) => void; error?: string };

/** How critical the work of a queue is, how soon its customers have an answer, and who may take it. */
export const QueueNeedsFields = ({ needs, onNeeds, error }: QueueNeedsFieldsProps) => {
  const { lists, policy } = useHouse();
  const skills = lists.skills.filter(({ id, retired }) => !retired || needs.skills.includes(id));
  return (
    <>
      <Select
        label={t('Criticality of its tasks')}
        hint={t('What a customer writes may make a task more critical, never less.')}
        options={[{ value: '', label: t('As usual') }, ...offered(lists.criticality).map(({ id, label }) => ({ value: id, label: t(label) }))]}
        value={needs.criticality}
        onChange={(criticality) => onNeeds({ criticality })}
      />
      <TextField
        label={t('Minutes to a first answer')}
        optional={t('optional')}
        hint={t('Without it, {{n}} as in the whole house.', { n: policy.firstAnswerMinutes })}
        value={needs.minutes}
        error={error}
        onChange={(minutes) => onNeeds({ minutes })}
      />
      <CheckGroup
        label={t('Skills it takes')}
        hint={t('Only who has them all is offered its tasks and may claim them.')}
        options={skills.map(({ id }) => ({ value: id, label: t(labelIn(lists.skills, id)) }))}
        chosen={needs.skills}
        onChange={(chosen) => onNeeds({ skills: chosen })}
      />
    </>
  );
};
