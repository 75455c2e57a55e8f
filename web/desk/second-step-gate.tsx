import { useEffect, useState } from 'react';
import type { Problem } from '../platform/api.ts';
import { signInCode } from '../platform/session.ts';
import { t } from '../platform/words.ts';
import { CodeField } from './code-field.tsx';
import { Gate } from './gate.tsx';
import { BackupCodes, Scan } from './set-up-parts.tsx';
import { useSetUp } from './use-set-up.ts';

export type Lacked = { step: string; lacks: 'code' | 'setup' };
type SecondStepGateProps = { lacked: Lacked; onEnter: () => void; /** Back to the password: too many tries, or too late. */ onAgain: () => void };

/** What stands between a right password and the desk. */
export const SecondStepGate = ({ lacked: { step, lacks }, onEnter, onAgain }: SecondStepGateProps) =>
  lacks === 'code' ? <CodeGate step={step} onEnter={onEnter} onAgain={onAgain} /> : <SetUpGate step={step} onEnter={onEnter} onAgain={onAgain} />;

type StepProps = { step: string; onEnter: () => void; onAgain: () => void };

const CodeGate = ({ step, onEnter, onAgain }: StepProps) => {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const enter = async () => {
    setBusy(true);
    const heard = await signInCode({ step, code });
    setBusy(false);
    if (!('problem' in heard)) return onEnter();
    if (heard.problem.code === 'not-signed-in') return onAgain();
    setProblem(heard.problem);
  };

  return (
    <Gate title={t('Your code')} says={t('Write the six digits that your app shows, or one of your backup codes.')} problem={problem && !problem.issues && problem.title} button={t('Sign in')} busy={busy} onEnter={() => void enter()}>
      <CodeField focused label={t('Code')} value={code} error={saysOf(problem)} onChange={(text) => (setCode(text), setProblem(undefined))} />
    </Gate>
  );
};

const SetUpGate = ({ step, onEnter, onAgain }: StepProps) => {
  const { begun, code, backupCodes, busy, problem, write, begin, confirm } = useSetUp(step);
  useEffect(() => void begin(), [begin]);
  useEffect(() => {
    if (problem?.code === 'not-signed-in') onAgain();
  }, [problem, onAgain]);

  if (backupCodes)
    return (
      <Gate title={t('Keep these codes')} says={t('Each opens the desk once, when your telephone is not at hand. They are not shown again.')} button={t('Go to the desk')} onEnter={onEnter}>
        <BackupCodes codes={backupCodes} />
      </Gate>
    );
  return (
    <Gate title={t('Set up your second step')} says={t('This house signs in with a code beside the password. Scan the picture with the app that makes your codes.')} problem={problem && !problem.issues && problem.title} button={begun ? t('Go on') : undefined} busy={busy} onEnter={() => void confirm()}>
      {begun && <Scan begun={begun} code={code} error={saysOf(problem)} onCode={write} />}
    </Gate>
  );
};

const saysOf = (problem?: Problem): string | undefined => problem?.issues?.map(({ says }) => t(says)).join(' ');
