import { taskQueries, type SavedDraft, type Workspace } from '@firstline/contract/tasks.ts';
import { reaches } from '@firstline/domain/desk/role.ts';
import { appointmentsOf } from '../../booking/index.ts';
import { attemptsOf, conversationStore, messagesOf } from '../../conversations/index.ts';
import { currentCustomer, noteOpening } from '../../customers/index.ts';
import { namesOf } from '../../desk/index.ts';
import { NOT_THERE } from '../../platform/command.ts';
import { query } from '../../platform/query.ts';
import { readerOf } from '../../platform/reader.ts';
import { taskStore } from '../stores.ts';
import { sealedSeq } from './card.ts';

export const workspace = query({
  spec: taskQueries.workspace,
  answer: async (desk, { taskId }, by): Promise<Workspace | typeof NOT_THERE> => {
    // The number first: whatever is sealed while the rest is read comes again by the stream, and is skipped by version.
    const seq = await sealedSeq(desk.pool);
    const { reader } = readerOf(desk.pool);
    const task = await reader.take(taskStore, taskId);
    if (!task || !reaches(by, task.queueId)) return NOT_THERE;
    const [customer, conversation, messages, attempts, appointments, drafts] = await Promise.all([
      currentCustomer(reader, task.customerId),
      reader.take(conversationStore, task.conversationId),
      messagesOf(desk.pool, task.conversationId),
      attemptsOf(desk.pool, task.conversationId),
      appointmentsOf(reader, taskId),
      reader.rows<SavedDraft & { at: string }>(
        `select kind, content, person_id as by, at from drafts where task_id = $1 order by at desc limit 20`,
        [taskId],
      ),
    ]);
    if (!customer || !conversation) return NOT_THERE;
    await noteOpening(desk.pool, customer.id, by.id);
    const people = [task.heldBy, task.parkedBy, task.reservedFor, task.closedBy, task.escalation?.by, ...task.notes.map((note) => note.by), ...messages.map((message) => message.by)];
    const ids = [...people, ...attempts.map((attempt) => attempt.by), ...drafts.map((draft) => draft.by)];
    const names = await namesOf(desk.pool, ids.flatMap((id) => id ?? []));
    return { seq, task, customer, conversation, messages, attempts, appointments, drafts, names };
  },
});
