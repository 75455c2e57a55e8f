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
  /** What they can do, of the skills of the house. */
  skills: string[];
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
  | { type: 'person.skillsSet'; personId: string; skills: string[] }
  | { type: 'person.disabled'; personId: string }
  | { type: 'person.enabled'; personId: string }
  /** A one-time link was made for them; it lets them choose a password. */
  | { type: 'person.invited'; personId: string; until: string }
  /** They chose a password, and may have said how they are called. */
  | { type: 'person.joined'; personId: string; personal?: { name?: string; email?: string; initials?: string } }
  | { type: 'person.passwordChanged'; personId: string }
  | { type: 'person.signedOut'; personId: string }
  /** They sign in with a code of their telephone beside the password. */
  | { type: 'person.secondStepSet'; personId: string }
  | { type: 'person.secondStepEnded'; personId: string }
  /** An administrator took it from them, because they lost it. */
  | { type: 'person.secondStepReset'; personId: string };

/** The only place where a person changes. */
export const evolvePerson = (person: Person | undefined, event: Recorded<PersonEvent>): Person => {
  if (event.type === 'person.added')
    return {
      id: event.personId,
      version: event.version,
      ...event.personal,
      roles: event.roles,
      queueIds: event.queueIds,
      skills: [],
      status: 'active',
    };
  const known = { ...(person as Person), version: event.version };
  switch (event.type) {
    case 'person.rolesSet':
      return { ...known, roles: event.roles };
    case 'person.queuesSet':
      return { ...known, queueIds: event.queueIds };
    case 'person.skillsSet':
      return { ...known, skills: event.skills };
    case 'person.disabled':
      return { ...known, status: 'disabled' };
    case 'person.enabled':
      return { ...known, status: 'active' };
    case 'person.joined':
      return { ...known, ...event.personal };
    case 'person.invited':
    case 'person.passwordChanged':
    case 'person.signedOut':
    case 'person.secondStepSet':
    case 'person.secondStepEnded':
    case 'person.secondStepReset':
      return known;
  }
};
