import type { accessDoors } from '@firstline/contract/access.ts';
import type { doors, Welcome } from '@firstline/contract/desk.ts';
import type { Breach } from '@firstline/domain/rule.ts';
import type { z } from 'zod';
import { talk, type Problem } from './api.ts';
import { t } from './words.ts';

type Doors = typeof doors;
type Answered<Body> = { body: Body } | { problem: Problem; refused?: Breach[] };

const PATHS: { [Name in Exclude<keyof Doors, 'changePassword'>]: string } = {
  signIn: '/api/auth/sign-in/email',
  signOut: '/api/auth/sign-out',
  inviteLink: '/api/desk.inviteLink',
  welcomeWho: '/api/welcome/who',
  welcome: '/api/welcome',
};

/** A door beside the commands. What is asked here is never asked again by itself. */
const knock = async <Body, Name extends keyof typeof PATHS>(name: Name, input: z.input<Doors[Name]['input']>): Promise<Answered<Body>> =>
  (await talk(PATHS[name], {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })) as Answered<Body>;

/** Answers why not, or nothing once the door is open. */
export const signIn = async (email: string, password: string): Promise<Problem | undefined> => {
  const heard = await knock('signIn', { email, password });
  if (!('problem' in heard)) return undefined;
  return heard.problem.code === 'not-signed-in'
    ? { ...heard.problem, title: t('This email and this password do not belong together. Look at both once more.') }
    : heard.problem;
};

export const signOut = () => knock('signOut', {});
export const whoseWelcome = (token: string) => knock<Welcome, 'welcomeWho'>('welcomeWho', { token });
export const welcome = (input: z.input<Doors['welcome']['input']>) => knock('welcome', input);
export const inviteLink = (personId: string) => knock<{ link: string; until: string }, 'inviteLink'>('inviteLink', { personId });

/** The secret is in the answer and nowhere else. */
export const makeToken = async (input: z.input<(typeof accessDoors)['makeToken']['input']>) =>
  (await talk('/api/desk.makeToken', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) })) as Answered<{ token: string }>;

/** Where a signed-out reader wanted to go: an address of ours, or the start. */
export const backTo = (asked: unknown): string =>
  typeof asked === 'string' && /^\/(?![/\\])/.test(asked) ? asked : '/';
