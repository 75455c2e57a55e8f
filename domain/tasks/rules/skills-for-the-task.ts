import type { Rule } from '../../rule.ts';

type Facts = { missing: readonly string[] };

export const skillsForTheTask: Rule<Facts> = {
  name: 'skills-for-the-task',
  says: 'This task takes a skill you are not listed with. Leave it to a colleague who is.',
  strength: 'stops',
  from: ['R-060'],
  brokenBy: ({ missing }) => missing.length > 0,
  because: ({ missing }) => `It takes ${missing.join(', ')}.`,
};
