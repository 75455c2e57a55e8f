import type { ListItem } from '../desk/list-item.ts';

/** How much of the business stands still when this does: lower is sooner, and goes before any task type. */
export type Criticality = ListItem & { rank: number };

export const CRITICALITY: Criticality[] = [
  { id: 'critical', label: 'Business stands still', rank: 10 },
  { id: 'high', label: 'Business is hindered', rank: 20 },
  { id: 'normal', label: 'Normal', rank: 30 },
  { id: 'low', label: 'Can wait', rank: 40 },
];
