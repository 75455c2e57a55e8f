import { offered } from '../../desk/list-item.ts';
import type { Rule } from '../../rule.ts';
import type { CloseReason, CloseReasonItem } from '../close-reason.ts';

export const closeReasonChosen: Rule<{ reason?: CloseReason; reasons: readonly CloseReasonItem[] }> = {
  name: 'close-reason-chosen',
  says: 'Choose why the task ends.',
  strength: 'stops',
  always: true,
  from: ['R-233', 'R-235'],
  brokenBy: ({ reason, reasons }) => offered(reasons).every(({ id }) => id !== reason),
};
