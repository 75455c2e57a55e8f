import { randomUUID } from 'node:crypto';
import { desk as specs } from '@firstline/contract/desk.ts';
import { voice, type Actor, type Role } from '@firstline/domain/desk/role.ts';
import { openSignInDesk, type SignInDesk } from '@firstline/testing/sign-in-desk.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPerson } from './commands/add-person.ts';
import { disablePerson } from './commands/disable-person.ts';
import { enablePerson } from './commands/enable-person.ts';
import { openQueue } from './commands/open-queue.ts';
import { changeQueue } from './commands/change-queue.ts';
import { renameQueue } from './commands/rename-queue.ts';
import { setNumber } from './commands/set-number.ts';
import { setQueueAddress } from './commands/set-queue-address.ts';
import { setQueues } from './commands/set-queues.ts';
import { setRoles } from './commands/set-roles.ts';
import { setRuleLevel } from './commands/set-rule-level.ts';
import { houseOf } from './house-of.ts';
import { namesOf } from './names-of.ts';
import type { Command } from '../platform/command.ts';

let house: SignInDesk;
beforeEach(async () => void (house = await openSignInDesk()));
afterEach(() => house.close());

const keeper: Actor = { ...voice('system'), id: 'keeper', roles: ['administrator'] };
const ask = <Input, Facts>(command: Command<Input, Facts>, input: NoInfer<Input>, by = keeper) =>
  house.desk.run(command, input, by, { commandId: randomUUID() });
const called = (name: string, initials: string, email = `${initials}@house.example`) => ({ name, initials, email, roles: ['agent'] as Role[], queueIds: [] });
const refusedBy = (rule: string) => ({ status: 422, refused: [{ rule }] });
const queue = async (name: string, address?: string) => {
  const outcome = await ask(openQueue, { name, address });
  return outcome.status === 200 ? (outcome.done[0] as unknown as { queueId: string }).queueId : JSON.stringify(outcome);
};

test('R-144 Two people cannot have the same initials, whatever their case', async () => {
  expect(await ask(addPerson, called('Ana Lopez', 'AL'))).toMatchObject({ status: 200 });
  expect(await ask(addPerson, called('Al Stone', 'al', 'stone@house.example'))).toMatchObject(refusedBy('initials-are-unique'));
});

test('R-144 Of two people who get the same initials at the same moment one is refused', async () => {
  const names = ['Ana Lopez', 'Ada Long', 'Avi Lam', 'Abe Lund', 'Amy Lee'];
  const outcomes = await Promise.all(names.map((name, at) => ask(addPerson, called(name, 'AL', `${at}@house.example`))));
  expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422]);
  expect(outcomes.find(({ status }) => status === 422)).toMatchObject(refusedBy('initials-are-unique'));
});

test('R-144 The initials of somebody who left are free, and are asked for again when they come back', async () => {
  const ana = await house.person('Ana Lopez');
  await ask(disablePerson, { personId: ana.id });
  const al = await ask(addPerson, called('Al Stone', 'AL', 'stone@house.example'));
  expect(al).toMatchObject({ status: 200 });
  expect(await ask(enablePerson, { personId: ana.id })).toMatchObject(refusedBy('initials-are-unique'));
});

test('R-017 One email address is one person, also for those who left', async () => {
  const ana = await house.person('Ana Lopez');
  await ask(disablePerson, { personId: ana.id });
  expect(await ask(addPerson, called('Al Stone', 'AS', 'Ana.Lopez@HOUSE.example'))).toMatchObject({
    status: 422,
    refused: [{ rule: 'one-person-per-email', because: 'It belongs to Ana Lopez.' }],
  });
});

test('R-328 The last administrator keeps the keys; another one may lose them', async () => {
  const max = await house.person('Max Obi', ['administrator']);
  const lose = { personId: max.id, roles: ['agent'] as Role[] };
  expect(await ask(setRoles, lose)).toMatchObject(refusedBy('an-administrator-remains'));
  expect(await ask(disablePerson, { personId: max.id })).toMatchObject(refusedBy('an-administrator-remains'));
  expect(await ask(setRoles, { ...lose, roles: ['administrator', 'manager'] })).toMatchObject({ status: 200 });

  const invited = await house.person('Ida Vale', ['administrator'], '');
  expect(await ask(setRoles, lose)).toMatchObject(refusedBy('an-administrator-remains')); // nobody would be left who can sign in
  expect(await ask(disablePerson, { personId: invited.id })).toMatchObject({ status: 200 });
  await house.person('Ben Sato', ['administrator']);
  expect(await ask(setRoles, lose)).toMatchObject({ status: 200 });
});

test('R-328 Two administrators who disable each other at the same moment cannot both succeed', async () => {
  for (const round of ['One', 'Two', 'Three']) {
    const pair = await Promise.all([house.person(`${round} Obi`, ['administrator']), house.person(`${round} Vale`, ['administrator'])]);
    const outcomes = await Promise.all(pair.map(({ id }) => ask(disablePerson, { personId: id })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 422]);
    await house.pool.query(`update people set status = 'disabled'`);
  }
});

test('R-060 A queue has its own name, and an address brings mail into one queue', async () => {
  const support = await queue('Support', 'support@house.example');
  const billing = await queue('Billing');
  expect(await ask(openQueue, { name: ' support ' })).toMatchObject(refusedBy('one-queue-per-name'));
  expect(await ask(renameQueue, { queueId: billing, name: 'SUPPORT' })).toMatchObject(refusedBy('one-queue-per-name'));
  expect(await ask(renameQueue, { queueId: support, name: 'SUPPORT' })).toMatchObject({ status: 200 });
  expect(await ask(setQueueAddress, { queueId: billing, address: 'Support@house.example' })).toMatchObject({
    status: 422,
    refused: [{ rule: 'one-queue-per-address', because: 'This one brings it into “SUPPORT”.' }],
  });
  expect(await ask(setQueueAddress, { queueId: support })).toMatchObject({ status: 200 });
  expect(await ask(setQueueAddress, { queueId: billing, address: 'support@house.example' })).toMatchObject({ status: 200 });
});

test('R-060 Several changes of a queue are done together or not at all; what is not named stays, and what is so already is not told', async () => {
  await queue('Support', 'support@house.example');
  const billing = await queue('Billing', 'billing@house.example');
  const row = async () => (await house.pool.query('select name, address, acknowledgement, skills, answer_minutes from queues where id = $1', [billing])).rows[0];
  const before = await row();
  const asked = { queueId: billing, name: 'Money', acknowledgement: 'We answer soon.', needs: { skills: ['billing'], answerMinutes: 30 } };
  expect(await ask(changeQueue, { ...asked, address: 'support@house.example' })).toMatchObject(refusedBy('one-queue-per-address'));
  expect(await row()).toEqual(before);
  expect(await ask(changeQueue, asked)).toMatchObject({ status: 200, done: [{ type: 'queue.renamed' }, { type: 'queue.needsSet' }, { type: 'queue.acknowledgementSet' }] });
  expect(await row()).toEqual({ name: 'Money', address: 'billing@house.example', acknowledgement: 'We answer soon.', skills: ['billing'], answer_minutes: 30 });
  expect(await ask(changeQueue, { ...asked, name: undefined, address: null })).toMatchObject({ done: [{ type: 'queue.addressSet' }] });
  expect(await row()).toMatchObject({ address: null, skills: ['billing'] });
});

test('R-060 People serve queues that are there', async () => {
  const ana = await house.person('Ana Lopez');
  const support = await queue('Support');
  expect(await ask(setQueues, { personId: ana.id, queueIds: [support, 'nowhere'] })).toEqual({ status: 404 });
  expect(await ask(addPerson, { ...called('Ben Sato', 'BS'), queueIds: ['nowhere'] })).toEqual({ status: 404 });
  expect(await ask(setQueues, { personId: ana.id, queueIds: [support, support] })).toMatchObject({ status: 200, done: [{ queueIds: [support] }] });
});

test('R-327 A level and a number hold everywhere or in one queue, as soon as the journal tells', async () => {
  const support = await queue('Support');
  const rules = houseOf(house.desk);
  expect(await rules(support)).toMatchObject({ levels: {}, policy: { tasksPerAgent: 1 } });
  await ask(setRuleLevel, { rule: 'no-emoji-in-email', level: 'warned' });
  await ask(setRuleLevel, { rule: 'no-emoji-in-email', level: 'off', queueId: support });
  await ask(setNumber, { name: 'tasksPerAgent', value: 2 });
  await house.follow();
  expect(await rules()).toMatchObject({ levels: { 'no-emoji-in-email': 'warned' }, policy: { tasksPerAgent: 2, contactTries: 3 } });
  expect(await rules(support)).toMatchObject({ levels: { 'no-emoji-in-email': 'off' } });
  expect(rules(support)).toBe(rules(support)); // asked by every command, so nothing is made anew
});

test('R-327 What keeps the desk in order, a rule that is not there and a queue that is not there cannot be set', async () => {
  for (const rule of ['an-administrator-remains', 'no-such-rule', 'constructor'])
    expect(await ask(setRuleLevel, { rule, level: 'off' })).toMatchObject(refusedBy('only-listed-rules-are-set'));
  expect(await ask(setRuleLevel, { rule: 'no-emoji-in-email', level: 'off', queueId: 'nowhere' })).toEqual({ status: 404 });
});

test('R-327 First settings that are made at the same moment are all kept', async () => {
  const [one, two] = await Promise.all([ask(setNumber, { name: 'contactTries', value: 4 }), ask(setNumber, { name: 'tasksPerAgent', value: 2 })]);
  expect([one.status, two.status]).toEqual([200, 200]);
  const { rows } = await house.pool.query('select numbers from houses');
  expect(rows).toEqual([{ numbers: { contactTries: 4, tasksPerAgent: 2 } }]);
});

test('People, and the voices of the machinery, are called by words', async () => {
  const ana = await house.person('Ana Lopez');
  expect(await namesOf(house.pool, [ana.id, 'system', 'clock', 'customer', 'nobody', ana.id])).toEqual({
    [ana.id]: 'Ana Lopez', system: 'The desk', clock: 'The clock', customer: 'The customer',
  });
});

test('Initials are letters and digits that begin with a letter', () => {
  const fits = (initials: string) => specs.addPerson.input.safeParse({ ...called('Ana', 'A'), initials }).success;
  expect(['A', 'AL', 'ÉÄÖ', 'A2'].map(fits)).toEqual([true, true, true, true]);
  expect(['', '2A', 'A L', 'A🙂', 'ABCDEF', 'A\n'].map(fits)).toEqual([false, false, false, false, false, false]);
});
