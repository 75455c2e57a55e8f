import { NOBODY_REACHED, type Said } from '../ending.ts';
import type { Rule } from '../../rule.ts';

type Facts = { reason?: string; ending?: Said };

export const solutionOrNextStepStated: Rule<Facts> = {
  name: 'solution-or-next-step-stated',
  says: 'Say what solved it, or what comes next: nobody is left without either.',
  strength: 'stops',
  from: ['R-250'],
  brokenBy: ({ reason, ending }) => reason !== NOBODY_REACHED && ![ending?.solution, ending?.nextStep].some((text) => text?.trim()),
};
