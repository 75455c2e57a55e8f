import type { Actor } from '@firstline/domain/desk/role.ts';
import type { AnyCommand } from '@firstline/server/platform/command.ts';
import type { TestDesk } from '../open-desk.ts';

/** How somebody comes to ask what one rule refuses: the door, or the command where no door leads to it. */
export type Refusal = { asks: string | AnyCommand; input: Record<string, unknown>; by: Actor };
export type Refusals = Record<string, (desk: TestDesk) => Promise<Refusal>>;

/** Somebody who serves the queue of the task there is. */
export const colleague = async (desk: TestDesk, ...roles: Extract<Actor['roles'][number], 'agent' | 'account-team' | 'supervisor' | 'manager'>[]): Promise<Actor> => {
  const { rows } = await desk.pool.query<{ id: string }>('select id from queues');
  return desk.person('Ben Sato', roles.length > 0 ? roles : ['agent'], rows.map(({ id }) => id));
};
