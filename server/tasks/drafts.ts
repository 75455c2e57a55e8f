import type { Fragment } from '../platform/fragment.ts';

export type DraftKind = 'email' | 'note' | 'attempt';

/** Each person keeps one draft of a kind on a task. */
export const keepDraft = (
  taskId: string,
  kind: DraftKind,
  personId: string,
  content: Record<string, string>,
  at: string,
): Fragment => ({
  sql: `insert into drafts (task_id, kind, person_id, content, at) values (?, ?, ?, ?::jsonb, ?::timestamptz)
    on conflict (task_id, kind, person_id) do update set content = excluded.content, at = excluded.at`,
  values: [taskId, kind, personId, JSON.stringify(content), at],
});

/** What was sent or saved is no draft any more. */
export const dropDraft = (taskId: string, kind: DraftKind, personId: string): Fragment => ({
  sql: 'delete from drafts where task_id = ? and kind = ? and person_id = ?',
  values: [taskId, kind, personId],
});
