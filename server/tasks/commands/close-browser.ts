import { tasks } from '@firstline/contract/tasks.ts';
import { holderCommand } from '../task-command.ts';

/** Said as the screen goes: by a reload as well, after which the next sign of life takes it back. */
export const closeBrowser = holderCommand({
  spec: tasks.closeBrowser,
  history: false,
  decide: () => [],
  soft: ({ task, by }, { now }) => [
    {
      sql: `insert into task_activity (task_id, person_id, at, left_at) values (?, ?, ?::timestamptz, ?::timestamptz)
        on conflict (task_id) do update set person_id = excluded.person_id, left_at = excluded.left_at`,
      values: [task.id, by.id, task.heldSince, now],
    },
  ],
});
