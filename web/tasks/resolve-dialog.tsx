import { check, standing, type Breach, type HouseRules } from '@firstline/domain/rule.ts';
import { offered } from '@firstline/domain/desk/list-item.ts';
import type { Said } from '@firstline/domain/tasks/ending.ts';
import type { CloseReason } from '@firstline/domain/tasks/close-reason.ts';
import { closing, type Closing } from '@firstline/domain/tasks/rules/index.ts';
import { finalNoteAfterLastContact } from '@firstline/domain/tasks/rules/final-note-after-last-contact.ts';
import { useState, type ReactNode } from 'react';
import type { Problem } from '../platform/api.ts';
import { useCommand } from '../platform/asking.ts';
import { saidOnce } from '../platform/told.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { saidOfBreach } from '../ui/said-of-breach.ts';
import { WhyNot } from '../platform/why-not.tsx';

type Known = Omit<Closing, 'reason'>;
type ResolveProps = {
  taskId: string;
  known: Known;
  levels: HouseRules['levels'];
  /** The last note is older than the last word with the customer, or will be. */
  needsNote: boolean;
  /** Whether a note is being written that will be the last word. */
  noteIsWritten: boolean;
  /** The last word to the customer; answers whether it went, or none was to go. */
  beforeNote: (acknowledged: readonly string[]) => Promise<boolean>;
  saveNote: (acknowledged: readonly string[]) => Promise<boolean>;
  /** What letter and note lack, once they were tried. */
  lacking: readonly Breach[];
  problem?: Problem;
  /** How it ended, in words. */
  endingForm: ReactNode;
  /** The note form, in place. */
  noteForm: ReactNode;
  /** What is not ticked yet. */
  checklist: ReactNode;
  busy: boolean;
  onClose: () => void;
  onDone: () => void;
};

const FINAL_NOTE = finalNoteAfterLastContact.name;
/** What is only not filled in yet is said by the button alone. */
const SAID_BY_THE_BUTTON = new Set([FINAL_NOTE, 'close-reason-chosen', 'solution-or-next-step-stated', 'confirmation-stated']);

/** Finishes a task. What the desk would refuse is said here first, in the same words. */
export const ResolveDialog = ({ taskId, known, levels, needsNote, noteIsWritten, beforeNote, saveNote, lacking, problem, endingForm, noteForm, checklist, busy, onClose, onDone }: ResolveProps) => {
  const [reason, setReason] = useState<CloseReason>();
  const resolve = useCommand('tasks.resolve');
  const breaches = check(closing, { ...known, reason }, levels);
  const left = breaches.filter(({ rule }) => rule !== FINAL_NOTE || !noteIsWritten);
  const shown = [...left.filter(({ rule }) => !SAID_BY_THE_BUTTON.has(rule)), ...resolve.refused.filter(({ rule }) => left.every((breach) => breach.rule !== rule) && (rule !== FINAL_NOTE || !needsNote))];
  const first = standing(left, []).find(({ level }) => level === 'enforced');
  const lacksNote = needsNote && !noteIsWritten ? t(finalNoteAfterLastContact.says) : undefined;

  const finish = async (acknowledged: readonly string[] = []) => {
    if (!(await beforeNote(acknowledged))) return;
    if (noteIsWritten && !(await saveNote(acknowledged))) return;
    const answer = await resolve.ask({ taskId, reason, ...known.ending }, acknowledged);
    if ('done' in answer) onDone();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Resolve & Close')}
      size="wide"
      foot={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button kind="primary" busy={busy || resolve.busy} refused={saidOfBreach(first) ?? lacksNote} onClick={() => void finish()}>
            {noteIsWritten ? t('Save the note and close') : t('Resolve & Close')}
          </Button>
        </>
      }
    >
      <Choice
        label={t('Why does the task end?')}
        options={offered(known.reasons).map(({ id: value, label, when }) => ({ value, label: t(label), says: t(when), refused: refusedFor(value, known, levels) }))}
        value={reason}
        onChange={(chosen) => {
          resolve.forget();
          setReason(chosen);
        }}
      />
      {endingForm}
      {checklist}
      {(needsNote || noteIsWritten) && noteForm}
      <WhyNot breaches={saidOnce(shown, lacking)} problem={resolve.problem ?? problem} anyway={t('Close anyway')} onAnyway={(rules) => void finish(rules)} />
    </Dialog>
  );
};

/** What is still to be said stands against no reason: it is asked for below. */
const ALL_SAID: Said = { solution: 'said', confirmed: 'yes', thanked: true };

/** What stands against this reason alone, not against every one. */
const refusedFor = (reason: CloseReason, known: Known, levels: HouseRules['levels']): string | undefined => {
  const brokenBy = (one: CloseReason) => check(closing, { ...known, reason: one, ending: ALL_SAID }, levels);
  const others = offered(known.reasons).filter(({ id }) => id !== reason).map(({ id }) => brokenBy(id).map(({ rule }) => rule));
  const own = brokenBy(reason).find(({ rule, level }) => level === 'enforced' && others.some((rules) => !rules.includes(rule)));
  return saidOfBreach(own);
};
