import type { Workspace } from '@firstline/contract/tasks.ts';
import { useState } from 'react';
import { CustomerSection } from '../../customers/customer-section.tsx';
import { useHouse } from '../../platform/me.ts';
import { clockTime } from '../../platform/time.ts';
import { t } from '../../platform/words.ts';
import { AppointmentsSection } from '../../tasks/appointments-section.tsx';
import { AttemptsSection } from '../../tasks/attempts-section.tsx';
import { ContactsSection } from '../../tasks/contacts-section.tsx';
import { EscalationSection } from '../../tasks/escalation-section.tsx';
import { LogAttemptDialog } from '../../tasks/log-attempt-dialog.tsx';
import { NoteText } from '../../tasks/note-card.tsx';
import { useSeenParts } from '../../tasks/orientation.tsx';
import { SubTasksSection } from '../../tasks/sub-tasks-section.tsx';
import { SummarySection } from '../../tasks/summary-section.tsx';
import { Button } from '../../ui/button.tsx';
import { serverNow } from '../../ui/now.ts';
import { Seen } from '../../ui/seen.tsx';
import { Section } from '../../ui/section.tsx';
import { SideHead } from '../../ui/workspace-layout.tsx';

type TaskSideProps = { workspace: Workspace; mayWork: boolean; onNote?: () => void };

/** What one has to know about a task, beside its conversation. */
export const TaskSide = ({ workspace: { task, customer, attempts, appointments, names }, mayWork, onNote }: TaskSideProps) => {
  const { policy } = useHouse(task.queueId);
  const seen = useSeenParts(task);
  const [logging, setLogging] = useState(false);
  const note = task.notes.at(-1);

  return (
    <>
      <SideHead title={t('About this task')} />
      <Seen name="summary" done={!mayWork || task.viewed?.summary !== undefined} onSeen={() => seen('summary')}>
        <SummarySection summary={task.summary} linked />
      </Seen>
      {task.escalation && <EscalationSection task={task} by={names[task.escalation.by]} />}
      <Seen name="subTasks" done={!mayWork || task.viewed?.subTasks !== undefined} onSeen={() => seen('subTasks')}>
        <SubTasksSection task={task} mayWork={mayWork} />
      </Seen>
      <AppointmentsSection taskId={task.id} appointments={appointments} mayWork={mayWork} />
      <CustomerSection customer={customer} mayWork={mayWork} />
      <ContactsSection customerId={task.customerId} taskId={task.id} />
      <AttemptsSection attempts={attempts} needed={policy.contactTries} onLog={mayWork ? () => setLogging(true) : undefined} />
      <Section title={t('Notes')} aside={task.notes.length > 0 && task.notes.length}>
        {note ? (
          <>
            <p>
              <NoteText note={note} />
            </p>
            <p className="section-from">
              {names[note.by] ?? t('A colleague')} · {clockTime(note.at, serverNow())}
            </p>
          </>
        ) : (
          <p className="section-from">{t('None yet.')}</p>
        )}
        {onNote && (
          <Button kind="quiet" keys="n" onClick={onNote}>
            {t('Write a note')}
          </Button>
        )}
      </Section>
      {logging && <LogAttemptDialog taskId={task.id} addresses={{ phone: customer.phones[0], email: customer.emails[0] }} prefers={customer.prefers} onClose={() => setLogging(false)} />}
    </>
  );
};
