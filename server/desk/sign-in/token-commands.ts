import { access, accessDoors } from '@firstline/contract/access.ts';
import type { Token, TokenEvent } from '@firstline/domain/desk/token.ts';
import type { PersonEvent } from '@firstline/domain/desk/person.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { areQueues } from '../are-queues.ts';
import { personStore, tokenStore } from '../stores.ts';
import { endSessions } from './endings.ts';

/** The hash is no input: what is asked may be written into the journal. */
export const makeToken = (tokenHash: string, tokenId: string) =>
  command({
    spec: { name: 'desk.makeToken', who: ['system'], says: 'Makes an API token.', input: accessDoors.makeToken.input },
    facts: async (read, { input }) => ((await areQueues(read, input.queueIds)) ? {} : NOT_THERE),
    rules: [],
    decide: (_, { input: { name, roles, queueIds, only } }): TokenEvent[] => [
      { type: 'token.made', tokenId, name: name.trim(), roles: [...new Set(roles)], queueIds: [...new Set(queueIds)], only: [...new Set(only)] },
    ],
    soft: () => [{ sql: 'insert into token_secrets (token_id, token_hash) values (?, ?)', values: [tokenId, tokenHash] }],
  });

export const revokeToken = command({
  spec: access.revokeToken,
  facts: async (read, { input }) => (await read.take<Token>(tokenStore, input.tokenId)) ?? NOT_THERE,
  rules: [],
  decide: (token): TokenEvent[] => (token.status === 'revoked' ? [] : [{ type: 'token.revoked', tokenId: token.id }]),
  soft: (token) => [{ sql: 'delete from token_secrets where token_id = ?', values: [token.id] }],
});

/** For whoever left a desk open somewhere, or whose machine was lost. */
export const signOutEverywhere = command({
  spec: access.signOutEverywhere,
  facts: async (read, { input, by }) => {
    if (input.personId !== by.id && !by.roles.includes('administrator')) return NOT_THERE;
    return (await read.take(personStore, input.personId)) ?? NOT_THERE;
  },
  rules: [],
  decide: ({ id: personId }): PersonEvent[] => [{ type: 'person.signedOut', personId }],
  soft: ({ id: personId }) => [endSessions(personId)],
});
