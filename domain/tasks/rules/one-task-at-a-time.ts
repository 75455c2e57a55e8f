import type { Policy } from '../../policy.ts';
import type { Rule } from '../../rule.ts';

type Held = { id: string; subject: string };
type Facts = { task: { id: string }; held: readonly Held[]; policy: Pick<Policy, 'tasksPerAgent'> };

export const oneTaskAtATime: Rule<Facts> = {
  name: 'one-task-at-a-time',
  says: 'Finish or return what you hold before you claim another task.',
  strength: 'stops',
  from: ['R-035'],
  brokenBy: ({ task, held, policy }) => others(task, held).length >= policy.tasksPerAgent,
  because: ({ task, held }) =>
    `You hold ${others(task, held).map(({ subject }) => `“${subject.trim() || 'no subject'}”`).join(' and ')}.`,
};

const others = (task: { id: string }, held: readonly Held[]): Held[] => held.filter(({ id }) => id !== task.id);
