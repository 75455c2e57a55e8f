import type { Rule } from '../../rule.ts';

export const bookedJobHasAnAppointment: Rule<{ reason?: string; appointments?: number }> = {
  name: 'booked-job-has-an-appointment',
  says: 'Enter the appointment on the task before you close as “Booked Job”.',
  strength: 'stops',
  from: ['R-237'],
  brokenBy: ({ reason, appointments = 0 }) => reason === 'booked-job' && appointments === 0,
};
