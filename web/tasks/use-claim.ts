import { check, standing, type Breach } from '@firstline/domain/rule.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { missingSkills } from '@firstline/domain/tasks/skills.ts';
import { claiming } from '@firstline/domain/tasks/rules/index.ts';
import { useState } from 'react';
import type { Problem } from '../platform/api.ts';
import { useCommand, useQueryOf } from '../platform/asking.ts';
import { rulesOf, useMe } from '../platform/me.ts';
import { toldHere } from '../platform/told.ts';

export type Claim = {
  /** Asks for the task; what the desk would refuse is said first. */
  claim: (card: TaskCard, acknowledged?: string[]) => void;
  /** What stands in the way of this one, as far as this screen knows. */
  breachesOf: (card: TaskCard, holderName?: string) => Breach[];
  /** The claim that was refused last, and why. */
  refused?: { card: TaskCard; breaches: Breach[] };
  problem?: Problem;
  busyWith?: string;
  forget: () => void;
};

export const useClaim = (onClaimed: (taskId: string) => void): Claim => {
  const me = useMe();
  const { person } = me;
  const { ask, busy, problem, forget } = useCommand('tasks.claim');
  const held = useQueryOf('tasks.mine', {}).data?.held ?? [];
  const [refused, setRefused] = useState<Claim['refused']>();
  const [wanted, setWanted] = useState<string>();

  const breachesOf = (card: TaskCard, holderName?: string): Breach[] => {
    const rules = rulesOf(me, card.queueId);
    const { policy, levels, lists } = rules;
    return toldHere(check(claiming, { task: card, by: person, held, holderName, missing: missingSkills(card, person, rules), policy, teams: lists.teams }, levels));
  };

  const claim = async (card: TaskCard, acknowledged: string[] = []) => {
    const breaches = standing(breachesOf(card), acknowledged);
    setRefused(breaches.length > 0 ? { card, breaches } : undefined);
    if (breaches.length > 0) return;
    setWanted(card.id);
    const answer = await ask({ taskId: card.id }, acknowledged);
    if ('done' in answer) onClaimed(card.id);
    if ('refused' in answer) setRefused({ card, breaches: answer.refused });
  };

  return {
    claim: (card, acknowledged) => void claim(card, acknowledged),
    breachesOf,
    refused,
    problem,
    busyWith: busy ? wanted : undefined,
    forget: () => {
      setRefused(undefined);
      forget();
    },
  };
};
