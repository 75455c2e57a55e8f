import { examples } from '@firstline/testing/examples.ts';
import { bookedJobHasAnAppointment } from './booked-job-has-an-appointment.ts';

examples(bookedJobHasAnAppointment, {
  breaks: [{ reason: 'booked-job' }, { reason: 'booked-job', appointments: 0 }],
  keeps: [{ reason: 'booked-job', appointments: 1 }, { reason: 'provided-information', appointments: 0 }, {}],
});
