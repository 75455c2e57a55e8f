import type { EscalationReason, EscalationRow, Team, Urgency } from './escalation.ts';

/** The shipped teams above the front line. */
export const TEAMS: Team[] = [
  { id: 'account-team', label: 'Account team', role: 'account-team', tier: 2 },
  { id: 'back-office', label: 'Back office', role: 'back-office', tier: 2 },
  { id: 'supervisors', label: 'Supervisors', role: 'supervisor', tier: 3 },
  { id: 'managers', label: 'Managers', role: 'manager', tier: 4 },
];

/** Which matter goes where, as shipped. */
export const ESCALATION_TABLE: EscalationRow[] = [
  { id: 'complaint', label: 'Complaint', teamId: 'account-team', urgencyId: 'urgent' },
  { id: 'billing', label: 'Billing', teamId: 'account-team', urgencyId: 'standard' },
  { id: 'pricing', label: 'Pricing', teamId: 'account-team', urgencyId: 'standard' },
  { id: 'technical', label: 'Technical', teamId: 'supervisors', urgencyId: 'standard' },
  { id: 'other', label: 'Something else', teamId: 'account-team', urgencyId: 'non-urgent' },
];

export const ESCALATION_REASONS: EscalationReason[] = [
  { id: 'asked-for-manager', label: 'The customer asked for a manager' },
  { id: 'complaint', label: 'It is a complaint', categoryId: 'complaint' },
  { id: 'beyond-authority', label: 'It is beyond my authority' },
  { id: 'complex-billing', label: 'Billing that is too complex', categoryId: 'billing' },
  { id: 'tried-without-success', label: 'Tried, and it could not be solved' },
];

/** Hours until the customer should have heard from the team. */
export const URGENCIES: Urgency[] = [
  { id: 'urgent', label: 'Urgent: the same day', answerHours: 8, warnHours: 2 },
  { id: 'standard', label: 'Standard: within 2 to 3 days', answerHours: 72, warnHours: 24 },
  { id: 'non-urgent', label: 'Not urgent: within a week', answerHours: 168, warnHours: 48 },
];
