import type { Welcome } from '@firstline/contract/desk.ts';
import type { Breach } from '@firstline/domain/rule.ts';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../platform/api.ts';
import { welcome, whoseWelcome } from '../platform/session.ts';
import { t } from '../platform/words.ts';
import { Reasons } from '../ui/reasons.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Gate } from './gate.tsx';
import { SecondStepGate, type Lacked } from './second-step-gate.tsx';
import { proposedInitials } from './initials.ts';

/** Uses a one-time link: the first administrator says who they are, an invited person chooses a password. */
export const WelcomePage = ({ token, onEnter }: { token: string; onEnter: () => void }) => {
  const [who, setWho] = useState<Welcome | Problem>();
  useEffect(() => {
    void whoseWelcome(token).then((heard) => setWho('problem' in heard ? heard.problem : heard.body));
  }, [token]);

  if (!who) return <Gate title={t('Welcome')}><Skeleton rows={3} /></Gate>;
  if ('code' in who)
    return who.code === 'no-answer' ? (
      <Gate title={t('Welcome')} problem={who.title} button={t('Try again')} onEnter={() => location.reload()} />
    ) : (
      <Gate title={t('This link opens nothing any more')} says={t('It was used, or it is too old. Ask an administrator for a new one.')} />
    );
  return <WelcomeForm who={who} token={token} onEnter={onEnter} />;
};

type Written = { name: string; email: string; initials?: string; password: string };

const WelcomeForm = ({ who, token, onEnter }: { who: Welcome; token: string; onEnter: () => void }) => {
  const [written, setWritten] = useState<Written>(who.founds ? { name: '', email: '', password: '' } : { ...who, password: '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [refused, setRefused] = useState<Breach[]>([]);
  const [lacked, setLacked] = useState<Lacked>();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const initials = written.initials ?? proposedInitials(written.name);
  const write = (part: Partial<Written>) => setWritten({ ...written, ...part });
  const saysOf = (path: string) => problem?.issues?.filter((issue) => issue.path === path).map(({ says }) => t(says)).join(' ') || undefined;

  const enter = async () => {
    setBusy(true);
    const heard = await welcome({ token, password: written.password, name: written.name.trim(), email: written.email.trim(), initials: initials.trim() });
    setBusy(false);
    setProblem('problem' in heard && !heard.refused ? heard.problem : undefined);
    setRefused(('problem' in heard && heard.refused) || []);
    if ('problem' in heard) return;
    const { step, lacks } = heard.body;
    if (step && lacks) setLacked({ step, lacks });
    else onEnter();
  };

  // The link is used; whoever was too slow signs in with the password they chose.
  if (lacked) return <SecondStepGate lacked={lacked} onEnter={onEnter} onAgain={() => location.assign('/sign-in')} />;

  return (
    <Gate
      title={who.founds ? t('Open your desk') : t('Welcome, {{name}}', { name: who.name })}
      says={who.founds ? t('You become its administrator. Everybody else is invited by you.') : t('Choose a password; with it you sign in from now on.')}
      problem={refused.length > 0 ? <Reasons breaches={refused} /> : problem && !problem.issues && problem.title}
      button={who.founds ? t('Open the desk') : t('Join the desk')}
      busy={busy}
      onEnter={() => void enter()}
    >
      <TextField ref={who.founds ? first : undefined} label={t('Name')} name="name" autoComplete="off" error={saysOf('name')} value={written.name} onChange={(name) => write({ name })} />
      <TextField label={t('Email')} type="email" name="email" autoComplete="off" error={saysOf('email')} value={written.email} onChange={(email) => write({ email })} />
      <TextField label={t('Initials')} name="initials" autoComplete="off" hint={t('They end each email you send.')} error={saysOf('initials')} value={initials} onChange={(short) => write({ initials: short })} />
      <TextField ref={who.founds ? undefined : first} label={t('Password')} type="password" name="firstline-password" autoComplete="new-password" hint={t('At least 10 characters.')} error={saysOf('password')} value={written.password} onChange={(password) => write({ password })} />
    </Gate>
  );
};
