import { useState } from 'react';
import type { Problem } from '../platform/api.ts';
import { endSecondStep } from '../platform/session.ts';
import { t } from '../platform/words.ts';
import { FormDialog } from '../platform/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { CodeField } from './code-field.tsx';

/** Ending it takes what signing in takes. */
export const EndSecondStep = ({ backupCodes, onClose }: { backupCodes: number; onClose: () => void }) => {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const wrong = (field: string) => problem?.issues?.filter(({ path }) => path === field).map(({ says }) => t(says)).join(' ') || undefined;

  const end = async () => {
    setBusy(true);
    const heard = await endSecondStep({ password, code });
    setBusy(false);
    if ('problem' in heard) return setProblem(heard.problem);
    toast(t('You sign in with your password alone now.'));
    onClose();
  };

  return (
    <FormDialog
      title={t('Second step')}
      says={t('It is on; {{n}} backup codes are left. To end it, or to move it to another telephone, write your password and a code.', { n: backupCodes })}
      does={t('End it')}
      danger
      cancel={t('Keep it')}
      asked={{ busy, problem, refused: [] }}
      fields={['password', 'code']}
      onDo={() => void end()}
      onClose={onClose}
    >
      <TextField label={t('Your password')} type="password" name="firstline-password" autoComplete="new-password" value={password} error={wrong('password')} onChange={setPassword} />
      <CodeField label={t('Code')} value={code} error={wrong('code')} onChange={setCode} />
    </FormDialog>
  );
};
