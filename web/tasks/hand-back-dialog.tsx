import { useState } from 'react';
import { useCommand } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { serverNow } from '../ui/now.ts';
import { Reasons } from '../ui/reasons.tsx';
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
    <Dialog
      open
      onClose={onClose}
      title={t('Hand back')}
      says={t('The task waits in its queue again, and what you write stands there as a note.')}
      foot={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button kind="primary" busy={handBack.busy} refused={remark.trim() ? undefined : t('Write how it goes on.')} onClick={() => void send()}>
            {t('Hand back')}
          </Button>
        </>
      }
    >
      <TextArea label={t('How does it go on?')} value={remark} maxLength={2000} onChange={write} />
      <Reasons breaches={handBack.refused} />
      {handBack.problem && <p className="task-problem" role="alert">{handBack.problem.title}</p>}
    </Dialog>
  );
};
