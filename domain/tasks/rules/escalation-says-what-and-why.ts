import { offered, type ListItem } from '../../desk/list-item.ts';
import type { Rule } from '../../rule.ts';

type Facts = {
  chosen: { category: string; reason?: string; urgency?: string };
  escalationTable: readonly ListItem[];
  escalationReasons: readonly ListItem[];
  urgencies: readonly ListItem[];
};

export const escalationSaysWhatAndWhy: Rule<Facts> = {
  name: 'escalation-says-what-and-why',
  says: 'Choose what kind of matter it is, why it goes up, and how soon it needs an answer.',
  strength: 'stops',
  always: true,
  from: ['R-215', 'R-217', 'R-220'],
  brokenBy: ({ chosen, escalationTable, escalationReasons, urgencies }) =>
    !has(escalationTable, chosen.category) || !has(escalationReasons, chosen.reason) || !has(urgencies, chosen.urgency),
};

const has = (items: readonly ListItem[], wanted?: string): boolean => offered(items).some(({ id }) => id === wanted);
