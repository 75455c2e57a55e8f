import type { Role } from '@firstline/domain/desk/role.ts';

/** The roles as the house calls them, and what each may do. */
export const ROLE_WORDS: Record<Role, { label: string; says: string }> = {
  agent: { label: 'Agent', says: 'Works on tasks of their queues.' },
  supervisor: { label: 'Supervisor', says: 'Leads the agents, and reaches every queue.' },
  manager: { label: 'Manager', says: 'Is called when it gets serious, and reaches every queue.' },
  'account-team': { label: 'Account team', says: 'Takes what was escalated, and settles complaints.' },
  'back-office': { label: 'Back office', says: 'Works on tasks behind the front line.' },
  dispatcher: { label: 'Dispatcher', says: 'Sends the crews out, and works on tasks.' },
  reviewer: { label: 'Reviewer', says: 'Reads finished work to judge its quality.' },
  administrator: { label: 'Administrator', says: 'Keeps the people, the queues and the rules.' },
};
