import { useState } from 'react';
import { useQueryOf } from '../platform/asking.ts';
import { t } from '../platform/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../platform/form-dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Unread } from '../platform/unread.tsx';
import { EndSecondStep } from './end-second-step.tsx';
import { BackupCodes, Scan } from './set-up-parts.tsx';
import { useSetUp } from './use-set-up.ts';

/** One's own second step of signing in: set up, or ended. */
export const SecondStepDialog = ({ onClose }: { onClose: () => void }) => {
  const { data, error, refetch } = useQueryOf('desk.secondStep', {}, { staleTime: 0 });
  const [began, setBegan] = useState(false);
  if (data?.on && !began) return <EndSecondStep backupCodes={data.backupCodes} onClose={onClose} />;
  if (data) return <SetUpDialog onBegin={() => setBegan(true)} onClose={() => (onClose(), void refetch())} />;
  return (
    <Dialog open onClose={onClose} title={t('Second step')}>
      {error ? <Unread error={error} onRetry={() => void refetch()} /> : <Skeleton rows={2} />}
    </Dialog>
  );
};

const SetUpDialog = ({ onBegin, onClose }: { onBegin: () => void; onClose: () => void }) => {
  const [password, setPassword] = useState('');
  const { begun, code, backupCodes, busy, problem, write, begin, confirm } = useSetUp();
  const wrong = (field: string) => problem?.issues?.filter(({ path }) => path === field).map(({ says }) => t(says)).join(' ') || undefined;

  if (backupCodes)
    return (
      <Dialog open onClose={onClose} title={t('Keep these codes')} says={t('Each opens the desk once, when your telephone is not at hand. They are not shown again.')} foot={<Button kind="primary" onClick={onClose}>{t('Done')}</Button>}>
        <BackupCodes codes={backupCodes} />
      </Dialog>
    );
  return (
    <FormDialog
      title={t('Set up your second step')}
      says={begun ? t('Scan the picture with the app that makes your codes, then write the code it shows.') : t('From then on you sign in with a code of your telephone beside your password.')}
      does={t('Go on')}
      asked={{ busy, problem, refused: [] }}
      fields={['password', 'code']}
      onDo={() => (begun ? void confirm() : (onBegin(), void begin(password)))}
      onClose={onClose}
    >
      {begun ? (
        <Scan begun={begun} code={code} error={wrong('code')} onCode={write} />
      ) : (
        <TextField label={t('Your password')} type="password" name="firstline-password" autoComplete="new-password" value={password} error={wrong('password')} onChange={setPassword} />
      )}
    </FormDialog>
  );
};
