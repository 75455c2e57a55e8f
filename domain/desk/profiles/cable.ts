import type { Profile } from './profile.ts';

/** Television, internet and phone over cable: many calls, outages by area, technicians on the road. */
export const cable: Profile = {
  id: 'cable',
  label: 'Cable and internet',
  says: 'Calls first, outages by area, technicians on the road. A complaint that cannot be resolved goes up at once.',
  levels: { 'one-task-at-a-time': 'enforced', 'complaints-escalate': 'enforced', 'three-tries-before-unsuccessful': 'warned', 'initials-end-an-email': 'off' },
  numbers: { tasksPerAgent: 1, contactTries: 2 },
  lists: {
    taskTypes: [
      { id: 'emergency', label: 'Emergency', rank: 5 },
      { id: 'outage', label: 'Outage', rank: 10 },
      { id: 'complaint', label: 'Complaint', rank: 10 },
      { id: 'trouble', label: 'Trouble call', rank: 20 },
      { id: 'reschedule', label: 'Reschedule', rank: 20 },
      { id: 'cancel', label: 'Disconnect', rank: 20 },
      { id: 'installation', label: 'Installation', rank: 30 },
      { id: 'billing', label: 'Billing', rank: 30 },
      { id: 'inquiry', label: 'Inquiry', rank: 30 },
      { id: 'other', label: 'Other', rank: 40 },
    ],
    closeReasons: [
      { id: 'fixed-by-phone', label: 'Fixed by phone', when: 'It works again without a visit.' },
      { id: 'booked-job', label: 'Technician booked', when: 'A visit was arranged.' },
      { id: 'known-outage', label: 'Known outage', when: 'It belongs to an outage that is worked on.' },
      { id: 'provided-information', label: 'Provided information', when: 'The question was answered.' },
      { id: 'job-rescheduled', label: 'Visit moved', when: 'A visit was moved.' },
      { id: 'job-cancelled', label: 'Visit called off', when: 'A visit was called off.' },
      { id: 'unsuccessful-contact', label: 'Unsuccessful contact', when: 'Nobody could be reached.' },
    ],
  },
  queues: ['Customer service', 'Trouble calls', 'Sales'],
};
