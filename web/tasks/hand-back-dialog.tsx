import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { FormDialog } from '../platform/form-dialog.tsx';
import { serverNow } from '../ui/now.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useMe } from '../platform/me.ts';
import { keepAt, keptAt, shelfPlace } from './draft-shelf.ts';

type HandBackProps = { taskId: string; onClose: () => void; onDone: () => void };

/** A team is done with its part: the front line goes on, and reads how. */
export const HandBackDialog = ({ taskId, onClose, onDone }: HandBackProps) => {
  const { person } = useMe();
  const place = shelfPlace(person.id, taskId, 'hand-back');
  const [remark, setRemark] = useState(() => keptAt(place)?.content?.remark ?? '');
  const handBack = useCommand('tasks.handBack');
  const write = (text: string) => {
    setRemark(text);
    keepAt(place, { content: { remark: text }, at: new Date(serverNow()).toISOString() });
  };
  const send = async () => {
    const answer = await handBack.ask({ taskId, remark: remark.trim() });
    if (!('done' in answer)) return;
    keepAt(place, { at: new Date(serverNow()).toISOString() });
    onDone();
  };

  return (
    <FormDialog
      title={t('Hand back')}
      says={t('The task waits in its queue again, and what you write stands there as a note.')}
      does={t('Hand back')}
      asked={handBack}
      refused={remark.trim() ? undefined : t('Write how it goes on.')}
      onDo={() => void send()}
      onClose={onClose}
    >
      <TextArea label={t('How does it go on?')} value={remark} maxLength={2000} onChange={write} />
    </FormDialog>
  );
};
