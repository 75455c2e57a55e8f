import type { Recorded } from '../event.ts';

/** What was agreed with a customer: when, where, what, with whom. */
export type Appointment = {
  id: string;
  version: number;
  taskId: string;
  startsAt: string;
  minutes: number;
  where: string;
  what: string;
  withWhom?: string;
  status: 'booked' | 'cancelled';
  by: string;
  at: string;
};

export type AppointmentEvent =
  | {
      type: 'appointment.booked';
      appointmentId: string;
      taskId: string;
      startsAt: string;
      minutes: number;
      personal: { where: string; what: string; withWhom?: string };
    }
  | { type: 'appointment.cancelled'; appointmentId: string; taskId: string };

/** The only place where an appointment changes. One that is moved is cancelled and booked anew, so that both times are known. */
export const evolveAppointment = (known: Appointment | undefined, event: Recorded<AppointmentEvent>): Appointment => {
  if (event.type === 'appointment.cancelled') return { ...(known as Appointment), version: event.version, status: 'cancelled' };
  const { appointmentId: id, taskId, startsAt, minutes, version, by, at, personal } = event;
  return { id, version, taskId, startsAt, minutes, ...personal, status: 'booked', by, at };
};

/** How many of these stand. */
export const standingOf = (appointments: readonly Pick<Appointment, 'status'>[]): number => appointments.filter(({ status }) => status === 'booked').length;
