import { evolveAppointment, type Appointment, type AppointmentEvent } from '@firstline/domain/booking/appointment.ts';
import type { Store } from '../platform/store.ts';

export const appointmentStore: Store<Appointment, AppointmentEvent> = {
  kind: 'appointment',
  table: 'appointments',
  columns: {
    id: 'text',
    version: 'integer',
    taskId: 'text',
    startsAt: 'timestamptz',
    minutes: 'integer',
    where: 'text',
    what: 'text',
    withWhom: 'text',
    status: 'text',
    by: 'text',
    at: 'timestamptz',
  },
  evolve: evolveAppointment,
  idOf: (event) => event.appointmentId,
  audience: ({ taskId }) => ({ full: [`task:${taskId}`], outline: [] }),
};
