import { offered, type ListItem } from '../desk/list-item.ts';

/** The id of a kind of work: an entry of the house's list. */
export type TaskType = string;

/** A kind of work and how soon it is due: lower is sooner. */
export type TaskTypeItem = ListItem & {
  rank: number;
  /** Ids of the skills it takes, separated by commas. */
  skills?: string;
};

/** The shipped kinds. */
export const TASK_TYPES: TaskTypeItem[] = [
  { id: 'complaint', label: 'Complaint', rank: 10 },
  { id: 'urgent-appointment', label: 'Urgent appointment', rank: 10 },
  { id: 'follow-up', label: 'Follow-up', rank: 20 },
  { id: 'owner-verification', label: 'Owner verification', rank: 20 },
  { id: 'reschedule', label: 'Reschedule', rank: 20 },
  { id: 'cancel', label: 'Cancel', rank: 20 },
  { id: 'inquiry', label: 'Inquiry', rank: 30 },
  { id: 'other', label: 'Other', rank: 40 },
];

const LAST_RANK = 100;

/** The rank of a kind that a task has already: one that is retired keeps its own. */
export const kindAsKnown = (types: readonly TaskTypeItem[], id: TaskType): TaskTypeItem => types.find((type) => type.id === id) ?? kindOf(types, id);

/** The kind that was guessed, or else the one for everything that has no kind of its own: “other”, or what comes last. */
export const kindOf = (types: readonly TaskTypeItem[], guessed: TaskType): TaskTypeItem => {
  const known = offered(types);
  const find = (id: string) => known.find((type) => type.id === id);
  return find(guessed) ?? find('other') ?? known.at(-1) ?? { id: guessed, label: guessed, rank: LAST_RANK };
};
