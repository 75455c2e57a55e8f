import { houseRules } from '@firstline/domain/desk/house.ts';
import { leads } from '@firstline/domain/desk/role.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import { missingSkills } from '@firstline/domain/tasks/skills.ts';
import { useMe } from '../platform/me.ts';

/** What arrives by the stream is offered as the desk would offer it: not to whom a skill is missing. */
export const useIsOffered = (): ((card: TaskCard) => boolean) => {
  const { person, house, queues } = useMe();
  return (card) => leads(person) || missingSkills(card, person, houseRules(house ?? undefined, card.queueId, queues)).length === 0;
};
