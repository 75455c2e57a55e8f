import type { Rule } from '../../rule.ts';
import type { Person } from '../person.ts';

type Facts = {
  person: Pick<Person, 'status' | 'roles'>;
  /** Other people who can look after the desk as well as this one can. */
  otherAdministrators: number;
};

export const anAdministratorRemains: Rule<Facts> = {
  name: 'an-administrator-remains',
  says: 'Somebody must look after the desk: make another person administrator first.',
  strength: 'stops',
  from: ['R-328'],
  brokenBy: ({ person, otherAdministrators }) =>
    person.status === 'active' && person.roles.includes('administrator') && otherAdministrators === 0,
};
