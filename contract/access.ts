import { ROLES } from '@firstline/domain/desk/role.ts';
import type { Token } from '@firstline/domain/desk/token.ts';
import { z } from 'zod';
import { commandSpec, EVERYBODY, id, line, querySpec } from './spec.ts';

/** What may be asked about who comes in. */
export const access = {
  revokeToken: commandSpec('desk.revokeToken', ['administrator'], 'Ends an API token at once.', { tokenId: id }),
  signOutEverywhere: commandSpec('desk.signOutEverywhere', EVERYBODY, 'Ends every session of a person: one’s own, or as an administrator anybody’s.', { personId: id }),
};

/** What may be read about it. */
export const accessQueries = {
  tokens: querySpec('desk.tokens', ['administrator'], 'Every API token, and when it was last used. The secrets are known to nobody.', {}, z.custom<{ tokens: (Token & { lastUsedAt?: string })[]; names: Record<string, string> }>()),
};

/** Doors beside the commands: what they answer is written down nowhere. */
export const accessDoors = {
  /** Answers `{ token, tokenId }`; the token is shown this once. Only an administrator who is a person gets one. */
  makeToken: {
    path: '/api/desk.makeToken',
    input: z.strictObject({
      name: line(80).refine((value) => value.trim() !== '', 'Write what it is for.'),
      roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
      queueIds: z.array(id).max(200),
      only: z.array(z.string().regex(/^[a-z]+\.[a-zA-Z]+$/, 'Write names of doors, such as tasks.waiting.')).max(200),
    }),
  },
};
