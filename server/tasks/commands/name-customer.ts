import { upkeep } from '@firstline/contract/upkeep.ts';
import { calledName } from '@firstline/domain/customers/customer.ts';
import type { Task, TaskEvent } from '@firstline/domain/tasks/task.ts';
import { currentCustomer, idsOf } from '../../customers/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

/** More open tasks than this no customer has; the newest carry the name. */
const MOST = 100;

type Facts = { name: string; tasks: Task[] };

/** The open tasks of a customer carry the name that holds now, their records that were merged included. */
export const nameCustomer = command({
  spec: upkeep.nameCustomer,
  facts: async (read, { input }): Promise<Facts | typeof NOT_THERE> => {
    const customer = await currentCustomer(read, input.customerId);
    if (!customer) return NOT_THERE;
    const rows = await read.rows<{ id: string }>(
      `select id from tasks where customer_id = any($1::text[]) and status <> 'closed' order by opened_at desc limit ${MOST}`,
      [idsOf(customer)],
    );
    const tasks = await Promise.all(rows.map(({ id }) => read.take(taskStore, id)));
    return { name: calledName(customer), tasks: tasks.filter((task) => task !== undefined) };
  },
  rules: [],
  decide: ({ name, tasks }): TaskEvent[] =>
    tasks
      .filter(({ status, customerName }) => status !== 'closed' && customerName !== name)
      .map(({ id }) => ({ type: 'task.customerNamed', taskId: id, personal: { customerName: name } })),
});
