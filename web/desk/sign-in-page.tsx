import { useCallback, useEffect, useRef, useState } from 'react';
import { signIn } from '../platform/session.ts';
import { t } from '../platform/words.ts';
import { TextField } from '../ui/text-field.tsx';
import { COMPANY_TROUBLES, CompanyWay, type CompanyTrouble } from './company-way.tsx';
import { Gate } from './gate.tsx';
import { SecondStepGate, type Lacked } from './second-step-gate.tsx';

type SignInPageProps = { ended?: boolean; /** Where to go on afterwards. */ back?: string; /** The company account came to nothing. */ company?: CompanyTrouble; onEnter: () => void };

/** Leads to the address that was asked for. The password is never offered to the browser's memory: workstations are shared. */
export const SignInPage = ({ ended, back, company, onEnter }: SignInPageProps) => {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(company && t(COMPANY_TROUBLES[company]));
  const [lacked, setLacked] = useState<Lacked>();
  const first = useRef<HTMLInputElement>(null);
  const notice = useRef<HTMLSpanElement>(null);
  // Whose work was cut off may be typing still: those letters belong to no field here, and the notice is what is to be read.
  useEffect(() => (notice.current ?? first.current)?.focus(), []);

  const enter = async () => {
    if (!email.trim() || !password) return setProblem(t('Write your email and your password.'));
    setBusy(true);
    const heard = await signIn(email.trim(), password);
    setBusy(false);
    if ('problem' in heard) return setProblem(heard.problem.title);
    const { step, lacks } = heard.body;
    if (!step || !lacks) return onEnter();
    setPassword('');
    setLacked({ step, lacks });
  };

  const again = useCallback(() => {
    setLacked(undefined);
    setProblem(t('That took too long, or too many tries. Sign in once more.'));
  }, []);
  if (lacked) return <SecondStepGate lacked={lacked} onEnter={onEnter} onAgain={again} />;
  return (
    <Gate title={t('Sign in')} says={ended && <span ref={notice} tabIndex={-1}>{t('You were signed out. Your drafts are kept; sign in to go on where you were.')}</span>} problem={problem} button={t('Sign in')} busy={busy} onEnter={() => void enter()} other={<CompanyWay back={back} />}>
      <TextField ref={first} label={t('Email')} type="email" name="email" inputMode="email" autoComplete="off" autoCapitalize="none" spellCheck={false} value={email} onChange={setEmail} />
      {/* Browsers disregard "off" on a password; "new-password" keeps them from filling one in. */}
      <TextField label={t('Password')} type="password" name="firstline-password" autoComplete="new-password" value={password} onChange={setPassword} />
    </Gate>
  );
};
