/** Why a task ends, each with the situation it is meant for. */
export const CLOSE_REASONS = {
  'booked-job': { label: 'Booked Job', when: 'An appointment was made.' },
  'provided-information': { label: 'Provided Information', when: 'The question was answered.' },
  'fee-not-accepted': { label: 'Fee Not Accepted', when: 'The customer declined the price.' },
  'unsuccessful-contact': { label: 'Unsuccessful Contact', when: 'Nobody could be reached after three tries or more.' },
  'service-not-offered': { label: 'Service Not Offered', when: 'The wish lies outside our services.' },
  'no-availability': { label: 'No Availability', when: 'We had no free time that suits.' },
  'job-rescheduled': { label: 'Existing Job Reschedule', when: 'An appointment was moved.' },
  'job-cancelled': { label: 'Existing Job Cancellation', when: 'An appointment was called off.' },
} as const;

export type CloseReason = keyof typeof CLOSE_REASONS;
export const CLOSE_REASON_IDS = Object.keys(CLOSE_REASONS) as CloseReason[];
