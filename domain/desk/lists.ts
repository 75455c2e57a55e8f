import { QUICK_HELP, SUPPORT_CONTACTS } from './help-lists.ts';
import { SKILLS } from './skills.ts';
import { ALERT_TERMS } from '../assist/alert-terms.ts';
import { PLAYBOOKS } from '../assist/playbooks.ts';
import { AUTHORITY_LIMITS } from '../tasks/authority.ts';
import { CLOSE_REASONS } from '../tasks/close-reason.ts';
import { CRITICALITY } from '../tasks/criticality.ts';
import { ESCALATION_REASONS, ESCALATION_TABLE, TEAMS, URGENCIES } from '../tasks/escalation-lists.ts';
import { TASK_TYPES } from '../tasks/task-type.ts';

/** The lists of the house, as shipped. Each is a setting and is replaced as a whole; its shape stands in `contract/lists.ts`. */
export const lists = {
  taskTypes: TASK_TYPES,
  closeReasons: CLOSE_REASONS,
  criticality: CRITICALITY,
  playbooks: PLAYBOOKS,
  authorityLimits: AUTHORITY_LIMITS,
  alertTerms: ALERT_TERMS,
  teams: TEAMS,
  escalationTable: ESCALATION_TABLE,
  escalationReasons: ESCALATION_REASONS,
  urgencies: URGENCIES,
  skills: SKILLS,
  supportContacts: SUPPORT_CONTACTS,
  quickHelp: QUICK_HELP,
};

export type Lists = typeof lists;
export type ListName = keyof Lists;

export const LIST_NAMES = Object.keys(lists) as ListName[];
