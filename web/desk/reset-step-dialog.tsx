import { useCommand } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import type { Member } from './known-facts.ts';
import { SureDialog } from './sure-dialog.tsx';

/** Asks before a second step is taken from somebody who lost it. */
export const ResetStepDialog = ({ person: { id, name }, onClose }: { person: Member; onClose: () => void }) => {
  const reset = useCommand('desk.resetSecondStep');
  return (
    <SureDialog
      title={t('Reset the second step of {{name}}?', { name })}
      does={t('Reset it')}
      onDo={() => reset.ask({ personId: id })}
      done={t('{{name}} signs in with the password alone now.', { name })}
      asked={reset}
      onClose={onClose}
    >
      {t('Make sure that it is really them who asks. They are signed out everywhere, and their backup codes end.')}
    </SureDialog>
  );
};
