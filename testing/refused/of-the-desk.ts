import { invite } from '@firstline/server/desk/sign-in/invite-commands.ts';
import { voice } from '@firstline/domain/desk/role.ts';
import { working } from '../at-work.ts';
import { anotherCustomer, customerHeld } from '../customer-cases.ts';
import type { TestDesk } from '../open-desk.ts';
import type { Refusals } from './refusal.ts';

const boss = (desk: TestDesk) => desk.person('Max Obi', ['administrator']);
const newcomer = async (desk: TestDesk, called: { email?: string; initials?: string }) => {
  const by = await boss(desk);
  await desk.person('Ben Sato');
  return { asks: 'desk.addPerson', input: { name: 'Cleo Marsh', email: 'cleo@house.example', initials: 'CM', roles: ['agent'], queueIds: [], ...called }, by };
};

/** What is refused of customers' records and of the desk itself. */
export const ofTheDesk: Refusals = {
  'detail-belongs-to-one-customer': async (desk) => {
    const { ana, customerId } = await customerHeld(desk);
    await anotherCustomer(desk, 'omar@customer.example');
    return { asks: 'customers.addDetail', input: { customerId, detail: { kind: 'email', value: 'omar@customer.example' } }, by: ana };
  },
  'a-merge-joins-two-whole-records': async (desk) => {
    const { customerId } = await customerHeld(desk);
    return { asks: 'customers.merge', input: { customerId, otherId: customerId }, by: await desk.person('Max Obi', ['supervisor']) };
  },
  'one-person-per-email': (desk) => newcomer(desk, { email: 'ben.sato@house.example' }),
  'initials-are-unique': (desk) => newcomer(desk, { initials: 'BS' }),
  'an-administrator-remains': async (desk) => {
    const by = await boss(desk);
    return { asks: 'desk.disablePerson', input: { personId: by.id }, by };
  },
  'whoever-is-invited-is-active': async (desk) => {
    const ben = await desk.person('Ben Sato');
    await desk.done(desk.named('desk.disablePerson'), { personId: ben.id }, await boss(desk));
    return { asks: invite('hash'), input: { personId: ben.id }, by: voice('system') };
  },
  'one-queue-per-name': async (desk) => {
    await desk.queue('Billing');
    return { asks: 'desk.openQueue', input: { name: 'Billing' }, by: await boss(desk) };
  },
  'one-queue-per-address': async (desk) => {
    const by = await boss(desk);
    await desk.done(desk.named('desk.openQueue'), { name: 'Billing', address: 'billing@house.example' }, by);
    return { asks: 'desk.openQueue', input: { name: 'Accounts', address: 'billing@house.example' }, by };
  },
  'only-listed-rules-are-set': async (desk) => ({ asks: 'desk.setRuleLevel', input: { rule: 'task-is-free', level: 'off' }, by: await boss(desk) }),
  'an-entry-in-use-stays': async (desk) => {
    await working(desk);
    return { asks: 'desk.setList', input: { name: 'criticality', items: [{ id: 'high', label: 'High', rank: 10 }] }, by: await boss(desk) };
  },
};
