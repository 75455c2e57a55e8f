import { labelIn, partsIn } from '../desk/list-item.ts';
import type { HouseRules } from '../rule.ts';
import type { TaskTypeItem } from './task-type.ts';

type Work = { taskType: string };

/** What a task takes: what its queue asks for, and what its kind does. */
export const skillsFor = ({ taskType }: Work, { needs, lists }: Pick<HouseRules, 'needs' | 'lists'>): string[] => [
  ...new Set([...(needs?.skills ?? []), ...skillsOfKind(lists.taskTypes.find(({ id }) => id === taskType))]),
];

/** Those of them that a person lacks, by name. */
export const missingSkills = (task: Work, by: { skills?: readonly string[] }, house: Pick<HouseRules, 'needs' | 'lists'>): string[] =>
  skillsFor(task, house)
    .filter((skill) => !by.skills?.includes(skill))
    .map((skill) => labelIn(house.lists.skills, skill));

/** The kinds of work that a person with these skills may be offered; nothing when that is all of them. */
export const kindsFor = (types: readonly TaskTypeItem[], skills: readonly string[] = []): string[] | undefined => {
  const able = types.filter((kind) => skillsOfKind(kind).every((skill) => skills.includes(skill)));
  return able.length === types.length ? undefined : able.map(({ id }) => id);
};

const skillsOfKind = (kind: TaskTypeItem | undefined): string[] => partsIn(kind?.skills);
