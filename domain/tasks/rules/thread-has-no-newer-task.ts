import type { Rule } from '../../rule.ts';

export const threadHasNoNewerTask: Rule<{ newerTask: boolean }> = {
  name: 'thread-has-no-newer-task',
  says: 'The customer has written again and a new task is open for it: take that one.',
  strength: 'stops',
  always: true,
  from: ['R-079'],
  brokenBy: ({ newerTask }) => newerTask,
};
