import { useCallback, useState } from 'react';
import type { Problem } from '../platform/api.ts';
import { beginSecondStep, confirmSecondStep } from '../platform/session.ts';

export type Begun = { secret: string; address: string };

/** Setting up a second step: begun, proved by one code, and then the backup codes. `step` is the sign-in that waits for it. */
export const useSetUp = (step?: string) => {
  const [begun, setBegun] = useState<Begun>();
  const [code, setCode] = useState('');
  const [backupCodes, setBackupCodes] = useState<string[]>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const asking = useCallback(async <Body>(asked: Promise<{ body: Body } | { problem: Problem }>): Promise<Body | undefined> => {
    setBusy(true);
    const heard = await asked;
    setBusy(false);
    setProblem('problem' in heard ? heard.problem : undefined);
    return 'problem' in heard ? undefined : heard.body;
  }, []);
  const begin = useCallback(async (password?: string) => setBegun(await asking(beginSecondStep({ step, password }))), [asking, step]);

  return {
    begun,
    code,
    backupCodes,
    busy,
    problem,
    write: (text: string) => (setCode(text), setProblem(undefined)),
    begin,
    confirm: async () => setBackupCodes((await asking(confirmSecondStep({ step, code })))?.backupCodes),
  };
};
