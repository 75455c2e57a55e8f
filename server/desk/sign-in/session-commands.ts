import { commandSpec, id } from '@firstline/contract/spec.ts';
import type { PersonEvent } from '@firstline/domain/desk/person.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { personStore } from '../stores.ts';
import { endSessions } from './endings.ts';
import { keepPassword } from './passwords.ts';

/** Told after a session ended, so that every node forgets it. */
export const noteSignOut = command({
  spec: commandSpec('desk.noteSignOut', ['system'], 'Notes that a person signed out.', { personId: id }),
  facts: async (read, { input }) => (await read.take(personStore, input.personId)) ?? NOT_THERE,
  rules: [],
  decide: ({ id: personId }): PersonEvent[] => [{ type: 'person.signedOut', personId }],
});

/** Told after the password changed and all older sessions ended. */
export const notePasswordChange = command({
  spec: commandSpec('desk.notePasswordChange', ['system'], 'Notes that a person changed their password.', { personId: id }),
  facts: async (read, { input }) => (await read.take(personStore, input.personId)) ?? NOT_THERE,
  rules: [],
  decide: ({ id: personId }): PersonEvent[] => [{ type: 'person.passwordChanged', personId }],
});

/** The hash is no input: what is asked and refused is written into the journal. */
export const givePassword = (passwordHash: string) =>
  command({
    spec: commandSpec('desk.givePassword', ['system'], 'Gives a person their first password.', { personId: id }),
    facts: async (read, { input }) => (await read.take(personStore, input.personId)) ?? NOT_THERE,
    rules: [],
    decide: ({ id: personId }): PersonEvent[] => [{ type: 'person.joined', personId }],
    soft: ({ id: personId }) => [keepPassword(personId, passwordHash), endSessions(personId)],
  });
