import { leads } from '@firstline/domain/desk/role.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { useCallback } from 'react';
import { missingSkills } from '@firstline/domain/tasks/skills.ts';
import { rulesOf, useMe } from '../platform/me.ts';

/** What arrives by the stream is offered as the desk would offer it: not to whom a skill is missing. */
export const useIsOffered = (): ((card: TaskCard) => boolean) => {
  const me = useMe();
  return useCallback((card) => leads(me.person) || missingSkills(card, me.person, rulesOf(me, card.queueId)).length === 0, [me]);
};
