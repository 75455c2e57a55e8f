import type { Me } from '@firstline/contract/desk.ts';
import type { Role } from '@firstline/domain/desk/role.ts';
import { enter, takeOn, type Person } from '@firstline/situations/played/people.ts';
import { yes, type Door } from '@firstline/situations/played/doors.ts';

export const ADMIN = { email: 'max.obi@house.example', password: 'correct horse battery' };

export type House = { queueId: string; agents: Person[]; lead: Person };

/** Signs everybody in by the doors that people use: an administrator adds them, each chooses a password by a one-time link. */
export const peopleOf = async (door: Door, count: number): Promise<House> => {
  const admin = await enter(door, ADMIN.email, ADMIN.password);
  const { queues } = await yes<Me>(door({ path: 'desk.me', cookie: admin }));
  const queueId = queues[0]?.id ?? '';

  const add = (name: string, initials: string, roles: Role[]): Promise<Person> =>
    takeOn(door, admin, { name, email: `${initials.toLowerCase()}@house.example`, initials, roles, queueIds: [queueId], password: `a password of ${name}` });
  const agents: Person[] = [];
  for (let n = 0; n < count; n++) agents.push(await add(`Agent ${n}`, `Q${n}`, ['agent']));
  return { queueId, agents, lead: await add('Lea Moss', 'LM', ['supervisor']) };
};
