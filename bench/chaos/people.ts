import type { Me } from '@firstline/contract/desk.ts';
import type { Role } from '@firstline/domain/desk/role.ts';
import { randomUUID } from 'node:crypto';
import { yes, type Door } from './doors.ts';

export const ADMIN = { email: 'max.obi@house.example', password: 'correct horse battery' };

export type Person = { id: string; cookie: string };
export type House = { queueId: string; agents: Person[]; lead: Person };

/** Signs everybody in by the doors that people use: an administrator adds them, each chooses a password by a one-time link. */
export const peopleOf = async (door: Door, count: number): Promise<House> => {
  const admin = cookieOf(await door({ path: 'auth/sign-in/email', body: ADMIN }));
  const { queues } = await yes<Me>(door({ path: 'desk.me', cookie: admin }));
  const queueId = queues[0]?.id ?? '';

  const add = async (name: string, initials: string, roles: Role[]): Promise<Person> => {
    const input = { name, email: `${initials.toLowerCase()}@house.example`, initials, roles, queueIds: [queueId] };
    const { done } = await yes<{ done: { personId: string }[] }>(door({ path: 'desk.addPerson', body: input, cookie: admin, key: randomUUID() }));
    const id = done[0]?.personId ?? '';
    const { link } = await yes<{ link: string }>(door({ path: 'desk.inviteLink', body: { personId: id }, cookie: admin }));
    const token = link.slice(link.indexOf('token=') + 6);
    return { id, cookie: cookieOf(await door({ path: 'welcome', body: { token, password: `a password of ${name}` } })) };
  };
  const agents: Person[] = [];
  for (let n = 0; n < count; n++) agents.push(await add(`Agent ${n}`, `Q${n}`, ['agent']));
  return { queueId, agents, lead: await add('Lea Moss', 'LM', ['supervisor']) };
};

const cookieOf = (answer: Awaited<ReturnType<Door>>): string => {
  const cookie = answer?.cookies[0]?.split(';')[0];
  if (answer?.status !== 200 || !cookie) throw new Error(`Nobody could sign in: ${answer?.status ?? 'no answer'} ${answer?.body ?? ''}`);
  return cookie;
};
