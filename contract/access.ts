import { ROLES } from '@firstline/domain/desk/role.ts';
import type { Token } from '@firstline/domain/desk/token.ts';
import { z } from 'zod';
import { commandSpec, EVERYBODY, id, line, querySpec } from './spec.ts';

/** What may be asked about who comes in. */
export const access = {
  revokeToken: commandSpec('desk.revokeToken', ['administrator'], 'Ends an API token at once.', { tokenId: id }),
  signOutEverywhere: commandSpec('desk.signOutEverywhere', EVERYBODY, 'Ends every session of a person: one’s own, or as an administrator anybody’s.', { personId: id }),
  resetSecondStep: commandSpec('desk.resetSecondStep', ['administrator'], 'Takes the second step of signing in from a person who lost it; their sessions end.', { personId: id }),
  askSecondStep: commandSpec('desk.askSecondStep', ['administrator'], 'Says whether everybody signs in with a second step; who has none sets it up at their next sign-in.', { asked: z.boolean() }),
};

const step = z.string().regex(/^[\w-]{43}$/);
const code = z.string().max(40);
const password = z.string().max(128);

/** Doors that are neither a command nor a query. A token for some doors only names them like any other. */
export const otherDoors = {
  journal: { name: 'journal', who: EVERYBODY },
  files: { name: 'files', who: EVERYBODY },
  letters: { name: 'letters', who: EVERYBODY },
} as const;

const doorName = z
  .string()
  .max(80)
  .refine((name) => Object.hasOwn(otherDoors, name) || /^[a-z]+\.[a-zA-Z]+$/.test(name), 'Write names of doors, such as tasks.waiting.');

/** What may be read about it. */
export const accessQueries = {
  tokens: querySpec('desk.tokens', ['administrator'], 'Every API token, and when it was last used. The secrets are known to nobody.', {}, z.custom<{ tokens: (Token & { lastUsedAt?: string })[]; names: Record<string, string> }>()),
  secondStep: querySpec('desk.secondStep', EVERYBODY, 'Whether one signs in with a second step, and how many backup codes are left.', {}, z.custom<{ on: boolean; backupCodes: number }>()),
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
      only: z.array(doorName).max(200),
    }),
  },
  /** Signing in answers `{ step, lacks }` where a code is still asked; with both, here, it is done. Five tries, five minutes. */
  signInCode: { path: '/api/auth/sign-in/code', input: z.strictObject({ step, code }) },
  /** Answers `{ secret, address }`: shown this once. In a session with the password, while signing in with `step`. */
  beginSecondStep: { path: '/api/auth/second-step/begin', input: z.strictObject({ step: step.optional(), password: password.optional() }) },
  /** One code of the app proves that it has the secret. Answers `{ backupCodes }`: shown this once. */
  confirmSecondStep: { path: '/api/auth/second-step/confirm', input: z.strictObject({ step: step.optional(), code }) },
  endSecondStep: { path: '/api/auth/second-step/end', input: z.strictObject({ password, code }) },
};

/** What a right password still lacks: a code, or a second step to be set up. */
export type Lacking = { step?: string; lacks?: 'code' | 'setup' };
