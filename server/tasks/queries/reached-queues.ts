import { leads, type Actor } from '@firstline/domain/desk/role.ts';
import { allQueues } from '../../desk/index.ts';
import type { Desk } from '../../platform/desk.ts';

/** The queues whose work is this person's to see. */
export const reachedQueues = async (desk: Desk, by: Actor): Promise<readonly string[]> =>
  leads(by) ? (await allQueues(desk.pool)).map(({ id }) => id) : by.queueIds;
