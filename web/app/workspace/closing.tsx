import type { Workspace as Known } from '@firstline/contract/tasks.ts';
import { closingLetter } from '@firstline/domain/assist/closing-letter.ts';
import { standingOf } from '@firstline/domain/booking/appointment.ts';
import { answeredSubject } from '@firstline/domain/conversations/draft.ts';
import { calledName } from '@firstline/domain/customers/customer.ts';
import { check } from '@firstline/domain/rule.ts';
import { finalNoteAfterLastContact } from '@firstline/domain/tasks/rules/final-note-after-last-contact.ts';
import type { Closing as Facts } from '@firstline/domain/tasks/rules/index.ts';
import { useCommand } from '../../platform/asking.ts';
import { useHouse } from '../../platform/me.ts';
import { t } from '../../platform/words.ts';
import { appointmentLine } from '../../tasks/appointment-words.ts';
import { CalledByNote } from '../../tasks/called-by-note.tsx';
import type { Draft } from '../../tasks/draft.ts';
import { EndingFields } from '../../tasks/ending-fields.tsx';
import { isBlankNote, NoteFields } from '../../tasks/note-fields.tsx';
import { OpenSubTasks } from '../../tasks/open-sub-tasks.tsx';
import { ResolveDialog } from '../../tasks/resolve-dialog.tsx';
import { useEnding, type EndingDraft } from '../../tasks/use-ending.ts';
import { useNote } from './use-note.ts';

type ClosingProps = { known: Known; facts: Facts; noteDraft: Draft; onClose: () => void; onDone: () => void };

/** The end of a task: how it ended, the last word to the customer, and the final note. */
export const Closing = ({ known: { task, customer, conversation, appointments }, facts, noteDraft, onClose, onDone }: ClosingProps) => {
  const note = useNote({ task }, noteDraft);
  const { levels } = useHouse(task.queueId);
  const { ending, said, write, clear } = useEnding(task.id);
  const reply = useCommand('tasks.reply');
  const lines = appointments.filter(({ status }) => status === 'booked').map(appointmentLine);
  const name = calledName(customer);
  const needsNote = ending.send === 'yes' || check([finalNoteAfterLastContact], facts).length > 0;

  /** What is said here becomes the final note, as long as nobody writes another one. */
  const writeEnding = (part: Partial<EndingDraft>) => {
    const next = { ...ending, ...part };
    const { discussed = '', agreed = '' } = note.draft.content;
    if (needsNote || next.send === 'yes')
      note.write({ ...(discussed === ending.solution && { discussed: next.solution }), ...(agreed === ending.nextStep && { agreed: next.nextStep }) });
    if (reply.refused.length > 0 || reply.problem) reply.forget();
    write(part);
  };

  /** Sent once, however often the close itself is tried afterwards. */
  const sendLetter = async (acknowledged: readonly string[]): Promise<boolean> => {
    if (ending.send !== 'yes') return true;
    const body = ending.letter || closingLetter({ name, solution: ending.solution, nextStep: ending.nextStep, appointments: lines });
    const answer = await reply.ask({ taskId: task.id, to: conversation.address, subject: answeredSubject(conversation.subject), body }, acknowledged);
    if (!('done' in answer)) return false;
    write({ send: 'sent' });
    return true;
  };

  return (
    <ResolveDialog
      taskId={task.id}
      known={{ ...facts, appointments: standingOf(appointments), ending: said }}
      levels={levels}
      needsNote={needsNote}
      noteIsWritten={!isBlankNote(note.draft.content)}
      beforeNote={sendLetter}
      saveNote={note.save}
      lacking={[...reply.refused, ...note.breaches]}
      problem={reply.problem ?? note.problem}
      endingForm={
        <EndingFields ending={ending} write={writeEnding} customerName={name} appointments={lines} mayNotMail={conversation.channel === 'email' ? undefined : t('This thread is no email thread.')} />
      }
      noteForm={
        <>
          <NoteFields content={note.draft.content} write={note.write} hint={t(finalNoteAfterLastContact.says)} />
          <CalledByNote taskId={task.id} content={note.draft.content} />
        </>
      }
      checklist={<OpenSubTasks task={task} />}
      busy={note.busy || reply.busy}
      onClose={onClose}
      onDone={() => {
        clear();
        onDone();
      }}
    />
  );
};
