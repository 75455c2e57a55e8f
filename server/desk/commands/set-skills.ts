import { desk } from '@firstline/contract/desk.ts';
import type { Person, PersonEvent } from '@firstline/domain/desk/person.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { personStore } from '../stores.ts';

export const setSkills = command({
  spec: desk.setSkills,
  facts: async (read, { input }) => (await read.take<Person>(personStore, input.personId)) ?? NOT_THERE,
  rules: [],
  decide: (person, { input: { skills } }): PersonEvent[] => [
    { type: 'person.skillsSet', personId: person.id, skills: [...new Set(skills)] },
  ],
});
