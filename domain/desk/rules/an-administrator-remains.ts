import type { Rule } from '../../rule.ts';
import type { Person } from '../person.ts';

type Facts = {
  person: Pick<Person, 'status' | 'roles'>;
  /** Whether they are an administrator afterwards too. */
  keepsKeys: boolean;
  /** Other people who can look after the desk as well as this one can. */
  otherAdministrators: number;
};

export const anAdministratorRemains: Rule<Facts> = {
  name: 'an-administrator-remains',
  says: 'Somebody must look after the desk: make another person administrator first.',
  strength: 'stops',
  from: ['R-328'],
  brokenBy: ({ person, keepsKeys, otherAdministrators }) =>
    !keepsKeys && otherAdministrators === 0 && person.status === 'active' && person.roles.includes('administrator'),
};
