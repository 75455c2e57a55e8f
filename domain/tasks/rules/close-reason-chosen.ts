import type { Rule } from '../../rule.ts';
import { CLOSE_REASON_IDS, type CloseReason } from '../close-reason.ts';

export const closeReasonChosen: Rule<{ reason?: CloseReason }> = {
  name: 'close-reason-chosen',
  says: 'Choose why the task ends.',
  strength: 'stops',
  always: true,
  from: ['R-233', 'R-235'],
  brokenBy: ({ reason }) => !reason || !CLOSE_REASON_IDS.includes(reason),
};
