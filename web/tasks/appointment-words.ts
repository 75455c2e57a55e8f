import type { Appointment } from '@firstline/domain/booking/appointment.ts';
import { clockTime } from '../platform/time.ts';
import { serverNow } from '../ui/now.ts';

export const appointmentDay = ({ startsAt }: Pick<Appointment, 'startsAt'>): string => clockTime(startsAt, serverNow());

/** As it is told to the customer. */
export const appointmentLine = (one: Appointment): string => `${appointmentDay(one)}: ${[one.what, one.where, one.withWhom].filter(Boolean).join(', ')}`;
