import type { Breach } from '@firstline/domain/rule.ts';
import { useState } from 'react';
import type { Problem } from '../platform/api.ts';
import { inviteLink } from '../platform/session.ts';

export type InviteLink = { link: string; until: string };

/** A one-time link for a person. It is known to this screen only, and only as long as it shows it. */
export const useInviteLink = () => {
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<InviteLink>();
  const [problem, setProblem] = useState<Problem>();
  const [refused, setRefused] = useState<Breach[]>([]);

  const make = async (personId: string): Promise<void> => {
    setBusy(true);
    const heard = await inviteLink(personId);
    setBusy(false);
    setRefused(('problem' in heard && heard.refused) || []);
    setProblem('problem' in heard && !heard.refused ? heard.problem : undefined);
    if (!('problem' in heard)) setMade(heard.body);
  };

  return { make, busy, made, problem, refused };
};
