import type { ListItem } from './list-item.ts';

/** What some work takes and some people can do. Shipped as examples; every house has its own. */
export const SKILLS: ListItem[] = [
  { id: 'billing', label: 'Billing' },
  { id: 'technical', label: 'Technical' },
  { id: 'complaints', label: 'Complaints' },
];
