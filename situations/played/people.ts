import type { Role } from '@firstline/domain/desk/role.ts';
import { randomUUID } from 'node:crypto';
import { yes, type Door } from './doors.ts';

export type Person = { id: string; cookie: string };
export type Newcomer = { name: string; initials: string; email: string; password: string; roles: Role[]; queueIds: string[] };

/** Signs somebody in by the door that people use. */
export const enter = async (door: Door, email: string, password: string): Promise<string> => cookieOf(await door({ path: 'auth/sign-in/email', body: { email, password } }));

/** Adds a person as an administrator does; they choose their password by the one-time link. */
export const takeOn = async (door: Door, admin: string, { password, ...input }: Newcomer): Promise<Person> => {
  const { done } = await yes<{ done: { personId: string }[] }>(door({ path: 'desk.addPerson', body: input, cookie: admin, key: randomUUID() }));
  const id = done[0]?.personId ?? '';
  const { link } = await yes<{ link: string }>(door({ path: 'desk.inviteLink', body: { personId: id }, cookie: admin }));
  const token = link.slice(link.indexOf('token=') + 6);
  return { id, cookie: cookieOf(await door({ path: 'welcome', body: { token, password } })) };
};

const cookieOf = (answer: Awaited<ReturnType<Door>>): string => {
  const cookie = answer?.cookies[0]?.split(';')[0];
  if (answer?.status !== 200 || !cookie) throw new Error(`Nobody could sign in: ${answer?.status ?? 'no answer'} ${answer?.body ?? ''}`);
  return cookie;
};
