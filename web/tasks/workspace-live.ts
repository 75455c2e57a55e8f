import type { AttemptLine, Workspace } from '@firstline/contract/tasks.ts';
import { evolveAppointment, type AppointmentEvent } from '@firstline/domain/booking/appointment.ts';
import type { AttemptEvent } from '@firstline/domain/conversations/attempt.ts';
import { evolveConversation, type ConversationEvent } from '@firstline/domain/conversations/conversation.ts';
import { evolveMessage, type Message, type MessageEvent } from '@firstline/domain/conversations/message.ts';
import { evolveCustomer, type CustomerEvent } from '@firstline/domain/customers/customer.ts';
import type { Recorded } from '@firstline/domain/event.ts';
import { evolveTask, type TaskEvent } from '@firstline/domain/tasks/task.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import type { Evolve, LiveEntry } from '../platform/live-cache.ts';

/** Everything on a task's screen evolves by the functions that the desk itself evolves by. */
export const evolveWorkspace =
  (me: Pick<Actor, 'id' | 'name'>): Evolve<Workspace, unknown> =>
  (known, entry) => {
    const after = evolved(known, entry);
    if (after === 'missed') return { data: known, again: 'soon' };
    if (after === known) return { data: known };
    const { by } = entry.event;
    const names = by === me.id ? { ...after.names, [me.id]: me.name } : after.names;
    return { data: { ...after, names }, ...(!Object.hasOwn(names, by) && !VOICES.has(by) && { again: 'soon' }) };
  };

const VOICES = new Set(['system', 'clock', 'customer']);

/** Who is not told the words of these hears an outline, and has to ask. */
const HAS_WORDS = new Set([
  'task.summarised',
  'task.customerNamed',
  'task.noted',
  'task.subTaskAdded',
  'task.escalated',
  'task.handedBack',
  'task.granted',
  'message.received',
  'message.queued',
  'attempt.logged',
  'appointment.booked',
  'customer.named',
  'customer.detailAdded',
  'customer.detailRemoved',
  'customer.addressSet',
  'customer.absorbed',
]);

const evolved = (known: Workspace, { kind, id, event }: LiveEntry): Workspace | 'missed' => {
  const { task, conversation, customer } = known;
  const step = <Subject extends { version: number }>(subject: Subject, evolve: () => Partial<Workspace>) => {
    if (event.version <= subject.version) return known;
    const whole = event.personal !== undefined || !HAS_WORDS.has(event.type);
    return event.version === subject.version + 1 && whole ? { ...known, ...evolve() } : 'missed';
  };

  if (kind === 'task' && id === task.id)
    return step(task, () => ({ task: evolveTask(task, event as unknown as Recorded<TaskEvent>) }));
  if (kind === 'conversation' && id === conversation.id)
    return step(conversation, () => ({ conversation: evolveConversation(conversation, event as unknown as Recorded<ConversationEvent>) }));
  if (kind === 'customer' && id === customer.id)
    return step(customer, () => ({ customer: evolveCustomer(customer, event as unknown as Recorded<CustomerEvent>) }));
  if (kind === 'appointment' && event.taskId === task.id) {
    const before = known.appointments.find((one) => one.id === id);
    return step(before ?? { version: 0 }, () => ({ appointments: put(known.appointments, evolveAppointment(before, event as unknown as Recorded<AppointmentEvent>)) }));
  }
  if (event.conversationId !== conversation.id) return known;
  if (kind === 'message') {
    const before = known.messages.find((message) => message.id === id);
    return step(before ?? { version: 0 }, () => withMessage(known, evolveMessage(before, event as unknown as Recorded<MessageEvent>)));
  }
  if (kind === 'attempt' && !known.attempts.some((line) => line.id === id))
    return step({ version: 0 }, () => ({ attempts: [...known.attempts, byHand(event as unknown as Recorded<AttemptEvent>)] }));
  return known;
};

const withMessage = ({ messages, attempts }: Workspace, message: Message): Partial<Workspace> => ({
  messages: put(messages, message),
  ...(message.direction === 'out' && !message.machine && { attempts: put(attempts, ofMessage(message)) }),
});

const put = <Item extends { id: string }>(items: readonly Item[], item: Item): Item[] =>
  items.some(({ id }) => id === item.id) ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item];

/** Every mail of ours is a try to reach the customer. */
const ofMessage = ({ id, channel, to, at, by, state, cause }: Message): AttemptLine => ({
  id, channel, address: to, at, by, result: state, ...(cause && { cause }), byHand: false,
});

const byHand = ({ attemptId, channel, result, personal, by, at }: Recorded<AttemptEvent>): AttemptLine => ({
  id: attemptId, channel, address: personal.address, at, by, result, ...(personal.remark && { cause: personal.remark }), byHand: true,
});
