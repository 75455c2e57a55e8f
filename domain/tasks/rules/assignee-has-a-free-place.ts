import type { Policy } from '../../policy.ts';
import type { Rule } from '../../rule.ts';

type Facts = { to: { name: string }; held: readonly { subject: string }[]; policy: Pick<Policy, 'tasksPerAgent'> };

export const assigneeHasAFreePlace: Rule<Facts> = {
  name: 'assignee-has-a-free-place',
  says: 'Give the task to somebody whose hands are free.',
  strength: 'stops',
  from: ['R-035', 'R-051'],
  brokenBy: ({ held, policy }) => held.length >= policy.tasksPerAgent,
  because: ({ to, held }) => `${to.name} holds ${held.map(({ subject }) => `“${subject.trim() || 'no subject'}”`).join(' and ')}.`,
};
