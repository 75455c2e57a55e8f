import { labelIn } from '@firstline/domain/desk/list-item.ts';
import { useCommand } from '../platform/asking.ts';
import { useHouse } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { CheckGroup } from './check-group.tsx';
import type { Member } from './known-facts.ts';
import { useChosen } from './use-chosen.ts';
import { useSaidWithUndo } from './use-said-with-undo.ts';
import { WhyNot } from '../platform/why-not.tsx';

/** What a person can do, of the skills of the house; each turn is saved at once. */
export const PersonSkills = ({ person }: { person: Member }) => {
  const { id, name } = person;
  const { skills } = useHouse().lists;
  const set = useCommand('desk.setSkills');
  const say = useSaidWithUndo();
  const { shown, choose } = useChosen(person.skills, (chosen) => set.ask({ personId: id, skills: chosen }));
  const options = skills.filter((skill) => !skill.retired || shown.includes(skill.id));

  const save = async (chosen: string[]) => {
    if (await choose(chosen)) say(t('Skills of {{name}} saved.', { name }), () => void choose(shown));
  };

  return (
    <div className="person-doors-one">
      <CheckGroup label={t('Skills')} options={options.map(({ id: value }) => ({ value, label: t(labelIn(skills, value)) }))} chosen={shown} hint={t('Work that takes a skill is offered only to people who have it.')} onChange={(chosen) => void save(chosen)} />
      <WhyNot breaches={set.refused} problem={set.problem} />
    </div>
  );
};
