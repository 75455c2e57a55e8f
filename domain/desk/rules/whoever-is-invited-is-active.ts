import type { Rule } from '../../rule.ts';
import type { Person } from '../person.ts';

export const whoeverIsInvitedIsActive: Rule<{ person: Pick<Person, 'status'> }> = {
  name: 'whoever-is-invited-is-active',
  says: 'A disabled person gets no link: give them their doors back first.',
  strength: 'stops',
  from: ['R-017'],
  brokenBy: ({ person }) => person.status === 'disabled',
};
