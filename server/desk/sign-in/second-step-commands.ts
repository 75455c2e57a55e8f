import { access } from '@firstline/contract/access.ts';
import { commandSpec, id } from '@firstline/contract/spec.ts';
import type { House, HouseEvent } from '@firstline/domain/desk/house.ts';
import type { PersonEvent } from '@firstline/domain/desk/person.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import type { Fragment } from '../../platform/fragment.ts';
import { founded } from '../founded.ts';
import { houseStore, personStore } from '../stores.ts';
import { endSessions } from './endings.ts';

type Confirmed = { sealed: string; lastStep: number; codeHashes: string[] };

/** Neither the secret nor a code is an input: what is asked may be written into the journal. */
export const setSecondStep = ({ sealed, lastStep, codeHashes }: Confirmed) =>
  command({
    spec: commandSpec('desk.setSecondStep', ['system'], 'Notes that a person signs in with a second step from now on.', { personId: id }),
    facts: async (read, { input }) => {
      const [begun] = await read.rows('select 1 from second_steps where person_id = $1 and secret = $2 and not confirmed', [input.personId, sealed]);
      return (begun && (await read.take(personStore, input.personId))) || NOT_THERE;
    },
    rules: [],
    decide: ({ id: personId }): PersonEvent[] => [{ type: 'person.secondStepSet', personId }],
    soft: ({ id: personId }): Fragment[] => [
      {
        sql: `update second_steps set confirmed = desk_must(not confirmed), last_step = ?::bigint where person_id = ? and secret = ?`,
        values: [lastStep, personId, sealed],
      },
      { sql: 'insert into backup_codes (person_id, code_hash) select ?, unnest(?::text[])', values: [personId, codeHashes] },
    ],
  });

export const endSecondStep = command({
  spec: commandSpec('desk.endSecondStep', ['system'], 'Notes that a person signs in without a second step again.', { personId: id }),
  facts: async (read, { input }) => (await read.take(personStore, input.personId)) ?? NOT_THERE,
  rules: [],
  decide: ({ id: personId }): PersonEvent[] => [{ type: 'person.secondStepEnded', personId }],
  soft: ({ id: personId }): Fragment[] => [forgetStep(personId)],
});

/** For whoever lost their telephone and their codes. Whoever found them is signed out. */
export const resetSecondStep = command({
  spec: access.resetSecondStep,
  facts: async (read, { input }) => (await read.take(personStore, input.personId)) ?? NOT_THERE,
  rules: [],
  decide: ({ id: personId }): PersonEvent[] => [{ type: 'person.secondStepReset', personId }],
  soft: ({ id: personId }): Fragment[] => [
    forgetStep(personId),
    endSessions(personId),
    { sql: 'delete from waiting_sign_ins where person_id = ?', values: [personId] },
  ],
});

export const askSecondStep = command({
  spec: access.askSecondStep,
  facts: async (read): Promise<{ house?: House }> => ({ house: await read.take<House>(houseStore, 'house') }),
  rules: [],
  decide: ({ house }, { input: { asked } }): HouseEvent[] => [...founded(house), { type: 'house.secondStepAsked', houseId: 'house', asked }],
});

/** The backup codes go with it. */
const forgetStep = (personId: string): Fragment => ({ sql: 'delete from second_steps where person_id = ?', values: [personId] });
