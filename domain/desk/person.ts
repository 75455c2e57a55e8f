import type { Recorded } from '../event.ts';
import type { Role } from './role.ts';

export type Person = {
  id: string;
  version: number;
  name: string;
  email: string;
  initials: string;
  roles: Role[];
  queueIds: string[];
  /** Disabled people keep their history and lose every door. */
  status: 'active' | 'disabled';
};

export type PersonEvent =
  | {
      type: 'person.added';
      personId: string;
      roles: Role[];
      queueIds: string[];
      personal: { name: string; email: string; initials: string };
    }
  | { type: 'person.rolesSet'; personId: string; roles: Role[] }
  | { type: 'person.queuesSet'; personId: string; queueIds: string[] }
  | { type: 'person.disabled'; personId: string }
  | { type: 'person.enabled'; personId: string };

/** The only place where a person changes. */
export const evolvePerson = (person: Person | undefined, event: Recorded<PersonEvent>): Person => {
  if (event.type === 'person.added')
    return {
      id: event.personId,
      version: event.version,
      ...event.personal,
      roles: event.roles,
      queueIds: event.queueIds,
      status: 'active',
    };
  const known = { ...(person as Person), version: event.version };
  switch (event.type) {
    case 'person.rolesSet':
      return { ...known, roles: event.roles };
    case 'person.queuesSet':
      return { ...known, queueIds: event.queueIds };
    case 'person.disabled':
      return { ...known, status: 'disabled' };
    case 'person.enabled':
      return { ...known, status: 'active' };
  }
};
