import type { accessDoors, Lacking } from '@firstline/contract/access.ts';
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

/** Answers what is still lacking; nothing is once the door is open. */
export const signIn = async (email: string, password: string): Promise<Answered<Lacking>> => {
  const heard = await knock<Lacking, 'signIn'>('signIn', { email, password });
  return 'problem' in heard && heard.problem.code === 'not-signed-in'
    ? { problem: { ...heard.problem, title: t('This email and this password do not belong together. Look at both once more.') } }
    : heard;
};

export const signOut = () => knock('signOut', {});
export const whoseWelcome = (token: string) => knock<Welcome, 'welcomeWho'>('welcomeWho', { token });
export const welcome = (input: z.input<Doors['welcome']['input']>) => knock<Lacking, 'welcome'>('welcome', input);
export const inviteLink = (personId: string) => knock<{ link: string; until: string }, 'inviteLink'>('inviteLink', { personId });

type AccessDoors = typeof accessDoors;

const ACCESS_PATHS: { [Name in keyof AccessDoors]: string } = {
  makeToken: '/api/desk.makeToken',
  signInCode: '/api/auth/sign-in/code',
  beginSecondStep: '/api/auth/second-step/begin',
  confirmSecondStep: '/api/auth/second-step/confirm',
  endSecondStep: '/api/auth/second-step/end',
};

/** The secret is in the answer and nowhere else. */
const opening =
  <Body>() =>
  <Name extends keyof AccessDoors>(name: Name) =>
  async (input: z.input<AccessDoors[Name]['input']>) =>
    (await talk(ACCESS_PATHS[name], { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) })) as Answered<Body>;

export const makeToken = opening<{ token: string }>()('makeToken');
export const signInCode = opening<unknown>()('signInCode');
export const beginSecondStep = opening<{ secret: string; address: string }>()('beginSecondStep');
export const confirmSecondStep = opening<{ backupCodes: string[] }>()('confirmSecondStep');
export const endSecondStep = opening<unknown>()('endSecondStep');

/** The name of the company's accounts, where the desk opens to them. */
export const companyAccount = async (): Promise<string | undefined> => {
  const heard = await talk('/api/auth/ways', {});
  return 'body' in heard ? (heard.body as { company?: string }).company : undefined;
};

/** Where a signed-out reader wanted to go: an address of ours, or the start. */
export const backTo = (asked: unknown): string =>
  typeof asked === 'string' && /^\/(?![/\\])/.test(asked) ? asked : '/';
