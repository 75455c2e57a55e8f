import { leads, type Actor } from '@firstline/domain/desk/role.ts';
import { kindsFor } from '@firstline/domain/tasks/skills.ts';
import type { Desk } from '../../platform/desk.ts';
import { reachedQueues } from './reached-queues.ts';

/** Whose tasks, and which kinds of them, a person is offered: without a skill that is asked for, none. Who leads sees all. */
export const offeredWork = async (desk: Desk, by: Actor): Promise<{ queueIds: string[]; taskTypes?: string[] }> => {
  const reached = await reachedQueues(desk, by);
  if (leads(by)) return { queueIds: [...reached] };
  const needed = await Promise.all(reached.map(async (id) => ({ id, skills: (await desk.house(id)).needs?.skills ?? [] })));
  const { lists } = await desk.house();
  return {
    queueIds: needed.filter(({ skills }) => skills.every((skill) => by.skills?.includes(skill))).map(({ id }) => id),
    taskTypes: kindsFor(lists.taskTypes, by.skills),
  };
};
