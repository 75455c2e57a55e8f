import type { Rule } from '../../rule.ts';

type Facts = { missing: readonly string[] };

export const assigneeHasTheSkills: Rule<Facts> = {
  name: 'assignee-has-the-skills',
  says: 'Give a task to somebody who is listed with the skills it takes.',
  strength: 'stops',
  from: ['R-060'],
  brokenBy: ({ missing }) => missing.length > 0,
  because: ({ missing }) => `They lack ${missing.join(', ')}.`,
};
