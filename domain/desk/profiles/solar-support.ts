import type { Profile } from './profile.ts';

/** Owners of solar systems, their installers and their financers, on several channels at once. */
export const solarSupport: Profile = {
  id: 'solar-support',
  label: 'Solar support',
  says: 'Calls, chats and email about solar systems. Every email ends with initials and has no emoji; every contact ends closed, with its reason.',
  levels: { 'no-emoji-in-email': 'enforced', 'no-reply-to-no-reply-address': 'enforced', 'initials-end-an-email': 'enforced', 'no-reply-in-closed-thread': 'enforced', 'final-note-after-last-contact': 'enforced', 'one-task-at-a-time': 'off', 'idle-task-is-released': 'off' },
  numbers: { tasksPerAgent: 3 },
  lists: {
    taskTypes: [
      { id: 'complaint', label: 'Complaint', rank: 10 },
      { id: 'outage', label: 'System makes no power', rank: 10 },
      { id: 'equipment', label: 'Equipment and warranty', rank: 20 },
      { id: 'monitoring', label: 'Monitoring and app', rank: 20 },
      { id: 'installer', label: 'Installer or partner asks', rank: 20 },
      { id: 'billing', label: 'Billing and financing', rank: 30 },
      { id: 'inquiry', label: 'Inquiry', rank: 30 },
      { id: 'other', label: 'Other', rank: 40 },
    ],
    closeReasons: [
      { id: 'resolved', label: 'Resolved', when: 'The matter is settled.' },
      { id: 'provided-information', label: 'Provided information', when: 'The question was answered.' },
      { id: 'visit-arranged', label: 'Visit arranged', when: 'Somebody goes there.' },
      { id: 'part-sent', label: 'Part sent', when: 'A replacement is on its way.' },
      { id: 'unsuccessful-contact', label: 'No response', when: 'Nobody answered, by any channel.' },
      { id: 'handed-over', label: 'Handed over', when: 'A partner goes on with it.' },
      { id: 'spam', label: 'Not for us', when: 'Advertising, or sent in error.' },
    ],
  },
  queues: ['Homeowners', 'Installers'],
};
