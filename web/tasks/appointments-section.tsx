import type { Appointment } from '@firstline/domain/booking/appointment.ts';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { lasting } from '../platform/time.ts';
import { wasDone } from '../platform/was-done.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { appointmentDay } from './appointment-words.ts';
import { BookDialog } from './book-dialog.tsx';
import './appointments-section.css';

type AppointmentsProps = { taskId: string; appointments: Appointment[]; mayWork: boolean };

/** What was agreed with the customer: when, where, what, with whom. */
export const AppointmentsSection = ({ taskId, appointments, mayWork }: AppointmentsProps) => {
  const [isBooking, setIsBooking] = useState(false);
  const cancel = useCommand('tasks.cancelAppointment');
  if (!mayWork && appointments.length === 0) return null;
  return (
    <Section title={t('Appointments')} aside={appointments.length > 0 && appointments.length}>
      {appointments.length === 0 && <p className="section-from">{t('None yet.')}</p>}
      <ul className="appointments">
        {appointments.map((one) => (
          <li key={one.id}>
            <p>
              <b>{appointmentDay(one)}</b> · {lasting(one.minutes * 60)} {one.status === 'cancelled' && <Tag tone="off">{t('Cancelled')}</Tag>}
            </p>
            <p className="section-from">{[one.what, one.where, one.withWhom].filter(Boolean).join(' · ')}</p>
            {mayWork && one.status === 'booked' && (
              <Button kind="quiet" busy={cancel.busy} aria-label={t('Cancel the appointment {{day}}', { day: appointmentDay(one) })} onClick={() => void cancel.ask({ taskId, appointmentId: one.id }).then(wasDone)}>
                {t('Cancel it')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayWork && (
        <Button kind="quiet" icon={CalendarPlus} onClick={() => setIsBooking(true)}>
          {t('Enter an appointment')}
        </Button>
      )}
      {isBooking && <BookDialog taskId={taskId} onClose={() => setIsBooking(false)} />}
    </Section>
  );
};
