import { check } from '@firstline/domain/rule.ts';
import { appointmentLiesAhead } from '@firstline/domain/tasks/rules/appointment-lies-ahead.ts';
import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { useMe } from '../platform/me.ts';
import { t } from '../platform/words.ts';
import { FormDialog } from '../platform/form-dialog.tsx';
import { serverNow } from '../ui/now.ts';
import { TextField } from '../ui/text-field.tsx';
import { keepAt, keptAt, shelfPlace } from './draft-shelf.ts';

const BLANK = { when: '', minutes: '60', where: '', what: '', withWhom: '' };

/** Enters what was agreed. What is typed stays on this screen until it was entered. */
export const BookDialog = ({ taskId, onClose }: { taskId: string; onClose: () => void }) => {
  const { person } = useMe();
  const place = shelfPlace(person.id, taskId, 'appointment');
  const [written, setWritten] = useState(() => ({ ...BLANK, ...keptAt(place)?.content }));
  const book = useCommand('tasks.bookAppointment');
  const write = (part: Partial<typeof written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    keepAt(place, { content: next, at: new Date(serverNow()).toISOString() });
  };
  const startsAt = Number.isNaN(Date.parse(written.when)) ? undefined : new Date(written.when).toISOString();
  const minutes = Number(written.minutes);
  const [breach] = check([appointmentLiesAhead], { startsAt: startsAt ?? '', now: new Date(serverNow()).toISOString() });
  const missing = whatIsMissing(written, minutes, breach && t(breach.says));

  const save = async () => {
    const { where, what, withWhom } = written;
    const answer = await book.ask({ taskId, startsAt: startsAt ?? '', minutes, where: where.trim(), what: what.trim(), ...(withWhom.trim() && { withWhom: withWhom.trim() }) });
    if (!('done' in answer)) return;
    keepAt(place, { at: new Date(serverNow()).toISOString() });
    onClose();
  };
  return (
    <FormDialog
      title={t('Enter an appointment')}
      does={t('Enter it')}
      asked={book}
      refused={missing}
      onDo={() => void save()}
      onClose={onClose}
    >
      <TextField type="datetime-local" label={t('Day and time')} value={written.when} error={written.when && breach ? t(breach.says) : undefined} onChange={(when) => write({ when })} />
      <TextField label={t('Minutes')} inputMode="numeric" value={written.minutes} onChange={(value) => write({ minutes: value })} />
      <TextField label={t('What for?')} value={written.what} maxLength={300} onChange={(what) => write({ what })} />
      <TextField label={t('Where?')} value={written.where} maxLength={300} onChange={(where) => write({ where })} />
      <TextField label={t('With whom?')} optional={t('optional')} value={written.withWhom} maxLength={200} onChange={(withWhom) => write({ withWhom })} />
    </FormDialog>
  );
};

const whatIsMissing = ({ where, what }: typeof BLANK, minutes: number, breach?: string): string | undefined => {
  if (breach) return breach;
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 1440) return t('Say how many minutes it takes: 5 to 1440.');
  if (!what.trim()) return t('Write what for.');
  return where.trim() ? undefined : t('Write where.');
};
