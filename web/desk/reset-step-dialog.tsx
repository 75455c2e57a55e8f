import { useCommand } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import type { Member } from './known-facts.ts';
import { WhyNot } from './why-not.tsx';

/** Asks before a second step is taken from somebody who lost it. */
export const ResetStepDialog = ({ person: { id, name }, onClose }: { person: Member; onClose: () => void }) => {
  const reset = useCommand('desk.resetSecondStep');
  const go = async () => {
    if (!('done' in (await reset.ask({ personId: id })))) return;
    toast(t('{{name}} signs in with the password alone now.', { name }));
    onClose();
  };

  return (
    <AskDialog
      open
      title={t('Reset the second step of {{name}}?', { name })}
      answers={
        <>
          <Button kind="danger" busy={reset.busy} onClick={() => void go()}>{t('Reset it')}</Button>
          <Button onClick={onClose}>{t('Keep as it is')}</Button>
        </>
      }
    >
      {t('Make sure that it is really them who asks. They are signed out everywhere, and their backup codes end.')}
      <WhyNot refused={reset.refused} problem={reset.problem} />
    </AskDialog>
  );
};
