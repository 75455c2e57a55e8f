import { ownDesk } from '@firstline/contract/own-desk.ts';
import { labelIn } from '@firstline/domain/desk/list-item.ts';
import type { Customer } from '@firstline/domain/customers/customer.ts';
import type { NoticeEvent } from '@firstline/domain/tasks/notice.ts';
import { skillsFor } from '@firstline/domain/tasks/skills.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { customerStore } from '../../customers/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

type Facts = { task: Task; customer?: Customer; eager: { id: string; email: string }[] };

/** One notice for each who serves the queue, has the skills and wants mail; none for a task that is no longer free. */
export const tell = command({
  spec: ownDesk.tell,
  facts: async (read, { input, house }): Promise<Facts | typeof NOT_THERE> => {
    const task = await read.take(taskStore, input.taskId);
    if (!task) return NOT_THERE;
    const eager = await read.rows<Facts['eager'][number]>(
      `select people.id, email from people join own_desks on own_desks.id = people.id
       where status = 'active' and (notices ->> 'mail')::boolean and $1 = any(queue_ids) and $2::text[] <@ skills
         and not exists (select 1 from notices where task_id = $3 and person_id = people.id)
       order by people.id`,
      [task.queueId, skillsFor(task, await house(task.queueId)), task.id],
    );
    return { task, eager, customer: await read.take(customerStore, task.customerId) };
  },
  queueOf: ({ task }) => task.queueId,
  rules: [],
  decide: ({ task, customer, eager }, { house, newId }): NoticeEvent[] =>
    task.status !== 'waiting'
      ? []
      : eager.map(({ id, email }) => ({
          type: 'notice.queued',
          noticeId: newId(),
          personId: id,
          taskId: task.id,
          personal: {
            to: email,
            task: {
              customerName: task.customerName,
              phone: customer?.phones.join(', '),
              address: customer?.address,
              service: labelIn(house.lists.taskTypes, task.taskType),
              summary: task.summary.lines[0]?.says ?? task.subject,
            },
          },
        })),
});
