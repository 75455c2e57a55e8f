import { saidOfBreach } from '../ui/said-of-breach.ts';
import { toast } from '../ui/toast.tsx';
import type { Answer } from './api.ts';

/** Whether it was done; in passing it says why not, where no place on the screen stands ready for that. */
export const wasDone = (answer: Answer): answer is Extract<Answer, { done: unknown }> => {
  if ('done' in answer) return true;
  toast('refused' in answer ? answer.refused.map(saidOfBreach).join(' ') : answer.problem.title, { tone: 'stop' });
  return false;
};
