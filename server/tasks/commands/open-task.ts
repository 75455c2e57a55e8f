import { tasks } from '@firstline/contract/tasks.ts';
import { proposeSubTasks } from '@firstline/domain/assist/propose-sub-tasks.ts';
import { summarise } from '@firstline/domain/assist/summarise.ts';
import type { Turn } from '@firstline/domain/assist/summary.ts';
import type { Conversation } from '@firstline/domain/conversations/conversation.ts';
import { calledName, type Customer } from '@firstline/domain/customers/customer.ts';
import { kindOf } from '@firstline/domain/tasks/task-type.ts';
import { answerDueAt } from '@firstline/domain/tasks/answer-target.ts';
import { criticalityAtIntake, rankOf } from '@firstline/domain/tasks/criticality.ts';
import { triage } from '@firstline/domain/tasks/triage.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { conversationStore, turnsOf } from '../../conversations/index.ts';
import { customerStore } from '../../customers/index.ts';
import { command, NOT_THERE } from '../../platform/command.ts';
import { taskStore } from '../stores.ts';

type Facts = { conversation: Conversation; customer: Customer; turns: Turn[]; open?: Task };

/** What a customer sends becomes work: a new task, or news for the one that is open. */
export const openTask = command({
  spec: tasks.open,
  facts: async (read, { input }): Promise<Facts | typeof NOT_THERE> => {
    const conversation = await read.take(conversationStore, input.conversationId);
    const customer = conversation && (await read.take(customerStore, conversation.customerId));
    if (!conversation || !customer) return NOT_THERE;
    const [known] = await read.rows<{ id: string }>(
      `select id from tasks where conversation_id = $1 and status <> 'closed'`,
      [conversation.id],
    );
    const task = known && (await read.take(taskStore, known.id));
    // It may have been closed between the two looks; then this is new work.
    return { conversation, customer, turns: await turnsOf(read, conversation.id), open: task?.status === 'closed' ? undefined : task };
  },
  queueOf: ({ conversation }) => conversation.queueId,
  rules: [],
  decide: ({ conversation, customer, turns, open }, { house, newId, now }) => {
    const summary = summarise(turns);
    if (open) return [{ type: 'task.summarised', taskId: open.id, personal: { summary } }];
    const said = { subject: conversation.subject, text: turns.at(-1)?.text ?? '' };
    const kind = kindOf(house.lists.taskTypes, triage(said));
    const answerBy = answerDueAt(now, house);
    const criticality = criticalityAtIntake(house.lists.criticality, said, house.needs?.criticality);
    return [
      {
        type: 'task.opened',
        taskId: newId(),
        customerId: customer.id,
        conversationId: conversation.id,
        queueId: conversation.queueId,
        taskType: kind.id,
        criticality: criticality.id,
        rank: rankOf(criticality, kind),
        answerDueAt: answerBy,
        channel: conversation.channel,
        personal: {
          subject: conversation.subject,
          customerName: calledName(customer),
          contact: { phone: customer.phones[0], address: customer.address },
          summary,
          subTasks: proposeSubTasks(turns, kind.id, house.lists.playbooks).map((title) => ({ id: newId(), title, done: false })),
        },
      },
    ];
  },
});
