import { expect, test } from 'vitest';
import { evolvePerson, type PersonEvent } from './person.ts';
import { evolveQueue } from './queue.ts';
import { standsAbove } from '../tasks/escalation.ts';
import { TEAMS } from '../tasks/escalation-lists.ts';
import { leads, reaches, voice, type Actor } from './role.ts';

const stamp = (version: number) => ({ at: '2026-03-02T09:00:00.000Z', by: 'root', version });
const added: PersonEvent = {
  type: 'person.added',
  personId: 'ana',
  roles: ['agent'],
  queueIds: ['q1'],
  personal: { name: 'Ana Ruiz', email: 'ana@house.example', initials: 'AR' },
};

test('R-328 A person has the roles, queues and state that were set last, and keeps name and initials', () => {
  const person = evolvePerson(undefined, { ...added, ...stamp(1) });
  expect(person).toMatchObject({ status: 'active', roles: ['agent'], initials: 'AR', version: 1 });
  const supervisor = evolvePerson(person, { type: 'person.rolesSet', personId: 'ana', roles: ['supervisor'], ...stamp(2) });
  const moved = evolvePerson(supervisor, { type: 'person.queuesSet', personId: 'ana', queueIds: ['q2'], ...stamp(3) });
  const away = evolvePerson(moved, { type: 'person.disabled', personId: 'ana', ...stamp(4) });
  expect(away).toMatchObject({ status: 'disabled', roles: ['supervisor'], queueIds: ['q2'], initials: 'AR', version: 4 });
  expect(evolvePerson(away, { type: 'person.enabled', personId: 'ana', ...stamp(5) }).status).toBe('active');
});

test('R-328 A queue keeps its name and address until another is set', () => {
  const queue = evolveQueue(undefined, { type: 'queue.opened', queueId: 'q1', name: 'Front desk', address: 'a@house.example', ...stamp(1) });
  const renamed = evolveQueue(queue, { type: 'queue.renamed', queueId: 'q1', name: 'Heating', ...stamp(2) });
  expect(renamed).toMatchObject({ name: 'Heating', address: 'a@house.example', status: 'open', version: 2 });
  expect(evolveQueue(renamed, { type: 'queue.addressSet', queueId: 'q1', ...stamp(3) }).address).toBeUndefined();
});

test('R-328 Leaders and the machinery reach every queue, others their own', () => {
  const playing = (...roles: Actor['roles']): Actor => ({ id: 'x', name: 'x', initials: 'X', roles, queueIds: ['q1'] });
  expect((['agent', 'account-team', 'reviewer', 'supervisor', 'manager', 'administrator'] as const).map((role) => reaches(playing(role), 'q2'))).toEqual([
    false, false, false, true, true, true,
  ]);
  expect(reaches(playing('agent'), 'q1')).toBe(true);
  expect([voice('system'), voice('clock'), voice('customer')].map((actor) => reaches(actor, 'q1'))).toEqual([true, true, false]);
});

test('R-219 The account team takes escalations without leading; an administrator leads without taking them', () => {
  expect([standsAbove({ roles: ['account-team'] }, TEAMS), leads({ roles: ['account-team'] })]).toEqual([true, false]);
  expect([standsAbove({ roles: ['administrator'] }, TEAMS), leads({ roles: ['administrator'] })]).toEqual([false, true]);
});
