import type { Actor } from '@firstline/domain/desk/role.ts';

/** The machinery asks for a person who used a door of their own; the journal says that it was them. */
export const inTheNameOf = (personId: string): Actor => ({
  id: personId,
  name: '',
  initials: '',
  roles: ['system'],
  queueIds: [],
});
