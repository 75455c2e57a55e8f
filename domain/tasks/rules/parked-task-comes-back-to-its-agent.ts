import type { Rule } from '../../rule.ts';
import type { TaskCard } from '../card.ts';
import { saidTime } from '../holding.ts';

type Facts = {
  task: Pick<TaskCard, 'status' | 'parkedBy' | 'parkedUntil' | 'reservedFor' | 'reservedUntil'>;
  by: { id: string };
  holderName?: string;
};

export const parkedTaskComesBackToItsAgent: Rule<Facts> = {
  name: 'parked-task-comes-back-to-its-agent',
  says: 'Leave this one to whoever waits for the customer: they know what was asked.',
  strength: 'stops',
  from: ['R-055', 'R-056'],
  brokenBy: ({ task, by }) => {
    const whose = task.status === 'parked' ? task.parkedBy : task.reservedFor;
    return whose !== undefined && whose !== by.id;
  },
  because: ({ task, holderName }) => {
    const who = holderName ?? 'A colleague';
    if (task.status === 'parked') return `${who} waits for an answer${task.parkedUntil ? ` until ${saidTime(task.parkedUntil)}` : ''}.`;
    return `${who} may take it first${task.reservedUntil ? ` until ${saidTime(task.reservedUntil)}` : ''}.`;
  },
};
