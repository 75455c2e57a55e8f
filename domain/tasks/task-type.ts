/** Kinds of work and how soon each is due: lower is sooner. Shipped values; an installation may set others. */
export const TASK_TYPES = {
  complaint: { label: 'Complaint', rank: 10 },
  'urgent-appointment': { label: 'Urgent appointment', rank: 10 },
  'follow-up': { label: 'Follow-up', rank: 20 },
  'owner-verification': { label: 'Owner verification', rank: 20 },
  reschedule: { label: 'Reschedule', rank: 20 },
  cancel: { label: 'Cancel', rank: 20 },
  inquiry: { label: 'Inquiry', rank: 30 },
  other: { label: 'Other', rank: 40 },
} as const;

export type TaskType = keyof typeof TASK_TYPES;
