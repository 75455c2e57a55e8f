import type { Profile } from './profile.ts';

/** Technical help inside and outside a company: what is critical for the business goes first, and nobody is stuck for long. */
export const helpDesk: Profile = {
  id: 'help-desk',
  label: 'Help desk',
  says: 'Faults and requests. What hinders the business goes before who asks; a problem that resists is escalated.',
  levels: { 'one-task-at-a-time': 'warned', 'complaints-escalate': 'warned', 'idle-task-is-released': 'off', 'three-tries-before-unsuccessful': 'warned', 'initials-end-an-email': 'off' },
  numbers: { tasksPerAgent: 3, contactTries: 2 },
  lists: {
    taskTypes: [
      { id: 'incident', label: 'Incident', rank: 10 },
      { id: 'complaint', label: 'Complaint', rank: 10 },
      { id: 'access', label: 'Access and passwords', rank: 20 },
      { id: 'equipment', label: 'Equipment', rank: 20 },
      { id: 'request', label: 'Service request', rank: 30 },
      { id: 'inquiry', label: 'How-to question', rank: 30 },
      { id: 'other', label: 'Other', rank: 40 },
    ],
    closeReasons: [
      { id: 'solved', label: 'Solved', when: 'It works again.' },
      { id: 'workaround', label: 'Workaround given', when: 'They can work; the cause remains.' },
      { id: 'provided-information', label: 'Question answered', when: 'Nothing was broken.' },
      { id: 'known-problem', label: 'Known problem', when: 'It is recorded with the problem already.' },
      { id: 'not-reproduced', label: 'Could not be reproduced', when: 'It did not happen again.' },
      { id: 'unsuccessful-contact', label: 'No answer', when: 'Nobody could be reached.' },
      { id: 'not-ours', label: 'Not our service', when: 'Somebody else looks after it, and they were told who.' },
    ],
  },
  queues: ['Help desk', 'Second line'],
};
