import type { ListItem } from '../desk/list-item.ts';

/** The id of a close reason: an entry of the house's list. */
export type CloseReason = string;

/** Why a task ends, and the situation it is meant for. */
export type CloseReasonItem = ListItem & { when: string };

/** The shipped reasons. */
export const CLOSE_REASONS: CloseReasonItem[] = [
  { id: 'booked-job', label: 'Booked Job', when: 'An appointment was made.' },
  { id: 'provided-information', label: 'Provided Information', when: 'The question was answered.' },
  { id: 'fee-not-accepted', label: 'Fee Not Accepted', when: 'The customer declined the price.' },
  { id: 'unsuccessful-contact', label: 'Unsuccessful Contact', when: 'Nobody could be reached after three tries or more.' },
  { id: 'service-not-offered', label: 'Service Not Offered', when: 'The wish lies outside our services.' },
  { id: 'no-availability', label: 'No Availability', when: 'We had no free time that suits.' },
  { id: 'job-rescheduled', label: 'Existing Job Reschedule', when: 'An appointment was moved.' },
  { id: 'job-cancelled', label: 'Existing Job Cancellation', when: 'An appointment was called off.' },
];
