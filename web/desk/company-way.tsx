import { useEffect, useState } from 'react';
import { companyAccount } from '../platform/session.ts';
import { t } from '../platform/words.ts';

export type CompanyTrouble = keyof typeof COMPANY_TROUBLES;

export const COMPANY_TROUBLES = {
  refused: 'Your company account did not open the desk. Try once more; if it stays closed, ask an administrator whether you were added under this email.',
  silent: 'The company’s sign-in does not answer. Try again in a moment, or use your password.',
};

/** The way in by the company's account, where the house has one. It leads away from the desk and back. */
export const CompanyWay = ({ back }: { back?: string }) => {
  const [name, setName] = useState<string>();
  useEffect(() => void companyAccount().then(setName), []);
  if (!name) return undefined;
  return (
    <a className="gate-other" href={`/api/auth/company${back ? `?${new URLSearchParams({ back })}` : ''}`}>
      {t('Sign in with {{account}}', { account: name })}
    </a>
  );
};
