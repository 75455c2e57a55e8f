import { WORKERS } from '@firstline/contract/spec.ts';
import { LEADING } from '@firstline/domain/desk/role.ts';
import type { Reader } from '../platform/reader.ts';

export type Called = { id: string; name: string; initials: string };

/** Active people with these initials who work on tasks and whose work the queue is: nobody else could open what they are called to. */
export const peopleCalled = async (read: Reader, initials: readonly string[], queueId: string): Promise<Called[]> =>
  initials.length === 0
    ? []
    : read.rows<Called>(
        `select id, name, upper(initials) as initials from people where lower(initials) = any($1::text[]) and status = 'active'
           and roles && $4::text[] and ($2 = any(queue_ids) or roles && $3::text[]) order by id`,
        [initials.map((one) => one.toLowerCase()), queueId, LEADING, WORKERS],
      );
