import type { Profile } from './profile.ts';

/** A small service team that goes through the same good steps with everybody. */
export const serviceChecklist: Profile = {
  id: 'service-checklist',
  label: 'Service checklist',
  says: 'A small team with one way of doing it well: prepare, greet, understand, resolve, follow up. Rules remind rather than stop.',
  levels: { 'one-task-at-a-time': 'warned', 'three-tries-before-unsuccessful': 'warned', 'final-note-after-last-contact': 'warned', 'complaints-escalate': 'warned', 'initials-end-an-email': 'off', 'no-emoji-in-email': 'warned', 'idle-task-is-released': 'off' },
  numbers: { tasksPerAgent: 5 },
  lists: {
    taskTypes: [
      { id: 'complaint', label: 'Complaint', rank: 10 },
      { id: 'problem', label: 'Problem', rank: 20 },
      { id: 'order', label: 'Order or account', rank: 20 },
      { id: 'inquiry', label: 'Question', rank: 30 },
      { id: 'feedback', label: 'Feedback', rank: 40 },
      { id: 'other', label: 'Other', rank: 40 },
    ],
    closeReasons: [
      { id: 'resolved', label: 'Resolved', when: 'The customer confirmed that it is settled.' },
      { id: 'provided-information', label: 'Answered', when: 'The question was answered.' },
      { id: 'passed-on', label: 'Passed on', when: 'The right team has it, and the customer knows.' },
      { id: 'unsuccessful-contact', label: 'No answer', when: 'Nobody could be reached.' },
    ],
  },
  queues: ['Support'],
};
