import { CLOSE_REASONS } from '../../tasks/close-reason.ts';
import { TASK_TYPES } from '../../tasks/task-type.ts';
import type { Profile } from './profile.ts';

/** Visits to homes, sold and arranged by whoever answers: claim one task, call, book, note, close. */
export const homeServices: Profile = {
  id: 'home-services',
  label: 'Home services',
  says: 'Repairs and visits at people’s homes. One task at a time, three tries before giving up, complaints go to the account team.',
  levels: {
    'one-task-at-a-time': 'enforced',
    'idle-task-is-released': 'enforced',
    'complaints-escalate': 'enforced',
    'escalated-tasks-belong-to-their-team': 'enforced',
    'three-tries-before-unsuccessful': 'enforced',
    'final-note-after-last-contact': 'enforced',
    'no-emoji-in-email': 'warned',
    'initials-end-an-email': 'off',
  },
  numbers: { tasksPerAgent: 1, contactTries: 3, idleWarningSeconds: 120, idleAnswerSeconds: 30 },
  lists: { taskTypes: TASK_TYPES, closeReasons: CLOSE_REASONS },
  queues: ['Support', 'Emergencies'],
};
