import { examples } from '@firstline/testing/examples.ts';
import type { Person } from '../person.ts';
import { anAdministratorRemains } from './an-administrator-remains.ts';

const leaves = (roles: Person['roles'], otherAdministrators: number, status: Person['status'] = 'active') => ({
  person: { roles, status },
  keepsKeys: false,
  otherAdministrators,
});

examples(anAdministratorRemains, {
  breaks: [leaves(['agent', 'administrator'], 0), leaves(['administrator'], 0)],
  keeps: [
    { ...leaves(['administrator'], 0), keepsKeys: true },
    leaves(['administrator'], 0, 'disabled'),
    leaves(['supervisor', 'manager'], 0),
    leaves(['administrator'], 1),
  ],
});
