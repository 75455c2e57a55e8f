import { closingLetter } from '@firstline/domain/assist/closing-letter.ts';
import type { Confirmed } from '@firstline/domain/tasks/ending.ts';
import { t } from '../platform/words.ts';
import { CheckRow } from '../ui/check-row.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { EndingDraft } from './use-ending.ts';

type EndingFieldsProps = {
  ending: EndingDraft;
  write: (part: Partial<EndingDraft>) => void;
  customerName: string;
  appointments: readonly string[];
  /** Why no mail can be sent from here; absent where it can. */
  mayNotMail?: string;
};

/** What is said of a task as it ends, and the summary for the customer. */
export const EndingFields = ({ ending, write, customerName, appointments, mayNotMail }: EndingFieldsProps) => {
  const draft = closingLetter({ name: customerName, solution: ending.solution, nextStep: ending.nextStep, appointments });
  return (
    <>
      <TextArea label={t('What solved it?')} optional={t('or the next step')} value={ending.solution} maxLength={2000} onChange={(solution) => write({ solution })} />
      <TextArea label={t('What comes next?')} optional={t('or the solution')} value={ending.nextStep} maxLength={2000} onChange={(nextStep) => write({ nextStep })} />
      <Select label={t('Did the customer confirm that it is solved?')} placeholder={t('Choose')} options={CONFIRMATIONS.map(({ value, label }) => ({ value, label: t(label) }))} value={ending.confirmed || undefined} onChange={(confirmed) => write({ confirmed })} />
      <CheckRow label={t('Asked whether there is anything else, and thanked for time and patience')} checked={ending.thanked === 'yes'} onChange={(thanked) => write({ thanked: thanked ? 'yes' : '' })} />
      <CheckRow
        label={t('Send the customer a summary of what was done and what comes next')}
        says={mayNotMail ?? (ending.send === 'sent' ? t('It was sent.') : t('It asks for anything else and thanks, too.'))}
        checked={ending.send !== '' && !mayNotMail}
        onChange={(send) => ending.send !== 'sent' && write(send && !mayNotMail ? { send: 'yes', thanked: 'yes' } : { send: '' })}
      />
      {ending.send === 'yes' && !mayNotMail && <TextArea label={t('Summary for the customer')} hint={t('A draft: change what you like. The desk adds your initials.')} value={ending.letter || draft} maxLength={20_000} onChange={(letter) => write({ letter })} />}
    </>
  );
};

const CONFIRMATIONS: { value: Confirmed; label: string }[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not-asked', label: 'Could not be asked' },
];
