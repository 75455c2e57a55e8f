import type { Actor } from '@firstline/domain/desk/role.ts';
import type { Reader } from '../platform/reader.ts';

type Row = Pick<Actor, 'id' | 'name' | 'initials' | 'roles'> & { queue_ids: string[]; skills: string[]; status: string };

/** Another person, for the facts of a command about them. */
export const personFor = async (read: Reader, id: string): Promise<(Actor & { isActive: boolean }) | undefined> => {
  const [row] = await read.rows<Row>('select id, name, initials, roles, queue_ids, skills, status from people where id = $1', [id]);
  if (!row) return undefined;
  const { queue_ids: queueIds, status, ...person } = row;
  return { ...person, queueIds, isActive: status === 'active' };
};

/** Whether a person still has their doors. */
export const isActive = async (read: Reader, id: string): Promise<boolean> =>
  (await read.rows(`select 1 from people where id = $1 and status = 'active'`, [id])).length > 0;
