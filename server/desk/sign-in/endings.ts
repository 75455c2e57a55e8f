import type { Fragment } from '../../platform/fragment.ts';

/** Ends every session of a person. */
export const endSessions = (personId: string): Fragment => ({
  sql: 'delete from auth_sessions where user_id = ?',
  values: [personId],
});

/** Ends the one-time link of a person. */
export const endInvite = (personId: string): Fragment => ({
  sql: 'delete from invites where person_id = ?',
  values: [personId],
});
