import { evolveHouse, type House, type HouseEvent } from '@firstline/domain/desk/house.ts';
import { evolvePerson, type Person, type PersonEvent } from '@firstline/domain/desk/person.ts';
import { evolveQueue, type Queue, type QueueEvent } from '@firstline/domain/desk/queue.ts';
import { evolveToken, type Token, type TokenEvent } from '@firstline/domain/desk/token.ts';
import type { Store } from '../platform/store.ts';

export const personStore: Store<Person, PersonEvent> = {
  kind: 'person',
  table: 'people',
  columns: {
    id: 'text',
    version: 'integer',
    name: 'text',
    email: 'text',
    initials: 'text',
    roles: 'text[]',
    queueIds: 'text[]',
    skills: 'text[]',
    status: 'text',
  },
  evolve: evolvePerson,
  idOf: (event) => event.personId,
  audience: ({ id }) => ({ full: ['people', `person:${id}`], outline: [] }),
};

export const queueStore: Store<Queue, QueueEvent> = {
  kind: 'queue',
  table: 'queues',
  columns: {
    id: 'text',
    version: 'integer',
    name: 'text',
    address: 'text',
    status: 'text',
    criticality: 'text',
    skills: 'text[]',
    answerMinutes: 'integer',
    acknowledgement: 'text',
  },
  evolve: evolveQueue,
  idOf: (event) => event.queueId,
  audience: () => ({ full: ['everyone'], outline: [] }),
};

export const houseStore: Store<House, HouseEvent> = {
  kind: 'house',
  table: 'houses',
  columns: { id: 'text', version: 'integer', levels: 'jsonb', queueLevels: 'jsonb', numbers: 'jsonb', lists: 'jsonb', secondStep: 'boolean' },
  evolve: evolveHouse,
  idOf: (event) => event.houseId,
  audience: () => ({ full: ['everyone'], outline: [] }),
};

export const tokenStore: Store<Token, TokenEvent> = {
  kind: 'token',
  table: 'tokens',
  columns: { id: 'text', version: 'integer', name: 'text', roles: 'text[]', queueIds: 'text[]', only: 'text[]', madeBy: 'text', madeAt: 'timestamptz', status: 'text' },
  evolve: evolveToken,
  idOf: (event) => event.tokenId,
  audience: () => ({ full: ['people'], outline: [] }),
};
