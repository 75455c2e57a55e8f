import type { Answer } from '../platform/api.ts';
import { t } from '../platform/words.ts';
import { toast } from '../ui/toast.tsx';

/** Says why something was not done; answers whether it was. */
export const wasDone = (answer: Answer): boolean => {
  if ('done' in answer) return true;
  const says = 'refused' in answer ? answer.refused.map(({ says, because }) => [t(says), because].filter(Boolean).join(' ')).join(' ') : answer.problem.title;
  toast(says, { tone: 'stop' });
  return false;
};
