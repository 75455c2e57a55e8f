import type { Appointment } from '@firstline/domain/booking/appointment.ts';
import { CONFIRMED } from '@firstline/domain/tasks/ending.ts';
import type { Role } from '@firstline/domain/desk/role.ts';
import type { TaskCard } from '@firstline/domain/tasks/card.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import { z } from 'zod';
import { ATTEMPT_RESULTS } from '@firstline/domain/conversations/attempt.ts';
import type { Customer } from '@firstline/domain/customers/customer.ts';
import type { Conversation } from '@firstline/domain/conversations/conversation.ts';
import type { Message } from '@firstline/domain/conversations/message.ts';
import { GRANT_KINDS } from '@firstline/domain/tasks/authority.ts';
import { CONTACT_WAYS } from '@firstline/domain/tasks/escalation.ts';
import { commandSpec, id, LEADERS, line, moment, querySpec, text, WORKERS } from './spec.ts';
import { queueOrder } from './own-desk.ts';

const taskId = id.describe('The task.');
const reason = text(500).refine((value) => value.trim() !== '', 'Write the reason: the agent reads it.');

/** What may be asked about tasks. */
export const tasks = {
  open: commandSpec('tasks.open', ['system'], 'Opens the task for what a customer sent, or brings the open one up to date.', {
    conversationId: id,
  }),
  claim: commandSpec('tasks.claim', WORKERS, 'Takes a waiting task; exactly one person gets it.', { taskId }),
  return: commandSpec('tasks.return', WORKERS, 'Puts a held task back into its queue, unresolved, with everything kept.', { taskId }),
  park: commandSpec('tasks.park', WORKERS, 'Waits for the customer’s answer: frees the place, and comes back by itself.', {
    taskId,
    until: moment.optional().describe('When it comes back even without an answer.'),
  }),
  comeBack: commandSpec('tasks.comeBack', ['system', 'clock'], 'Brings a parked task back to its agent.', {
    taskId,
    cause: z.enum(['reply', 'due']),
  }),
  offerToAll: commandSpec('tasks.offerToAll', ['clock'], 'Lets anybody take a task that waited for its agent first.', { taskId }),
  undoClaim: commandSpec('tasks.undoClaim', WORKERS, 'Takes a claim back at once, as if it had not been made.', { taskId }),
  undoClose: commandSpec('tasks.undoClose', WORKERS, 'Takes one’s own close back: the task is in the same hands again.', { taskId }),
  takeOver: commandSpec('tasks.takeOver', LEADERS, 'Takes a task from whoever holds or has parked it, with the reason.', { taskId, reason }),
  sendBack: commandSpec('tasks.sendBack', LEADERS, 'Puts somebody else’s task back into its queue, with the reason.', { taskId, reason }),
  assign: commandSpec('tasks.assign', LEADERS, 'Gives a task to somebody, with the reason.', { taskId, to: id, reason }),
  view: commandSpec('tasks.view', WORKERS, 'Says that the holder has a part of the task before their eyes.', {
    taskId,
    part: z.enum(['summary', 'subTasks', 'conversation']),
  }),
  protect: commandSpec('tasks.protect', ['system'], 'A call on a held task begins: nobody is asked whether they are there.', { taskId, callId: id }),
  unprotect: commandSpec('tasks.unprotect', ['system'], 'A call on a task ended: the time of inactivity begins from zero.', { taskId, callId: id }),
  closeBrowser: commandSpec('tasks.closeBrowser', WORKERS, 'Says that the holder’s screen is being closed.', { taskId }),
  askToClose: commandSpec('tasks.askToClose', ['clock'], 'Looks whether a held task lies still after its last contact, and asks to close it.', { taskId }),
  bookAppointment: commandSpec('tasks.bookAppointment', WORKERS, 'Enters what was agreed with the customer: when, where, what, with whom.', {
    taskId,
    startsAt: moment,
    minutes: z.number().int().min(5).max(1440),
    where: line(300).refine((value) => value.trim() !== '', 'Write where.'),
    what: line(300).refine((value) => value.trim() !== '', 'Write what for.'),
    withWhom: line(200).optional(),
  }),
  cancelAppointment: commandSpec('tasks.cancelAppointment', WORKERS, 'Calls an appointment off; what was agreed stays known.', { taskId, appointmentId: id }),
  resolve: commandSpec('tasks.resolve', WORKERS, 'Finishes a held task with its reason and closes the thread.', {
    taskId,
    reason: id.optional().describe('An entry of the list `closeReasons`.'),
    solution: text(2000).optional(),
    nextStep: text(2000).optional(),
    confirmed: z.enum(CONFIRMED).optional().describe('Whether the customer said that it is solved.'),
    thanked: z.boolean().optional().describe('They were asked for anything else, and thanked.'),
  }),
  note: commandSpec('tasks.note', WORKERS, 'Writes a note that only colleagues see.', {
    taskId,
    discussed: text(5000).refine((value) => value.trim() !== '', 'Write what was discussed.'),
    agreed: text(2000).optional(),
    mood: line(200).optional(),
    special: text(2000).optional(),
  }),
  addSubTask: commandSpec('tasks.addSubTask', WORKERS, 'Adds a sub-task.', {
    taskId,
    title: line(200).refine((value) => value.trim() !== '', 'Write what is to be done.'),
  }),
  tickSubTask: commandSpec('tasks.tickSubTask', WORKERS, 'Ticks or unticks a sub-task.', {
    taskId,
    subTaskId: id,
    done: z.boolean(),
    atClosing: z.literal(true).optional().describe('It is ticked in the closing step.'),
  }),
  removeSubTask: commandSpec('tasks.removeSubTask', WORKERS, 'Removes a sub-task.', { taskId, subTaskId: id }),
  escalate: commandSpec('tasks.escalate', WORKERS, 'Hands a task to the team above that the table names for its matter.', {
    taskId,
    category: id.describe('An entry of the list `escalationTable`.'),
    reason: id.describe('An entry of the list `escalationReasons`.'),
    issue: text(2000).refine((value) => value.trim() !== '', 'Write what the matter is.'),
    tried: text(2000).optional(),
    contactBy: z.enum(CONTACT_WAYS).optional().describe('How the customer wants to hear from the team.'),
    urgency: id.optional().describe('An entry of the list `urgencies`; the table’s own when absent.'),
  }),
  grant: commandSpec('tasks.grant', WORKERS, 'Writes down what is given to the customer, within the limits of one’s role.', {
    taskId,
    kind: z.enum(GRANT_KINDS),
    amount: z.number().positive().max(1_000_000_000).multipleOf(0.01).describe('In the money of the house.'),
    words: text(500).refine((value) => value.trim() !== '', 'Write what it is for.'),
  }),
  handBack: commandSpec('tasks.handBack', WORKERS, 'Gives an escalated task back to the front line, with what it needs to know.', {
    taskId,
    remark: text(2000).refine((value) => value.trim() !== '', 'Write how it goes on.'),
  }),
  checkTeamAnswer: commandSpec('tasks.checkTeamAnswer', ['clock'], 'Looks whether a customer still waits for the team a task was escalated to.', { taskId }),
  reply: commandSpec('tasks.reply', WORKERS, 'Answers the customer by email; the desk adds the initials.', {
    taskId,
    to: line(320),
    subject: line(500),
    body: text(100_000),
    /** Ids of files that go along, as the upload answered them. */
    files: z.array(id).max(50).optional(),
  }),
  logAttempt: commandSpec('tasks.logAttempt', WORKERS, 'Logs a try to reach the customer that was made outside the desk.', {
    taskId,
    channel: z.enum(['email', 'chat', 'text', 'call']),
    address: line(320).refine((value) => value.trim() !== '', 'Write which number or address was tried.'),
    result: z.enum(ATTEMPT_RESULTS),
    remark: text(500).optional(),
  }),
  stayActive: commandSpec('tasks.stayActive', WORKERS, 'Says that the holder is at work: pointer, keys, scrolling.', {
    taskId,
    /** Milliseconds since the last sign of life, by the screen's own clock. */
    ago: z.number().int().min(0).max(60_000),
  }),
  continue: commandSpec('tasks.continue', WORKERS, 'Answers the question whether one is still there.', { taskId }),
  checkIdle: commandSpec('tasks.checkIdle', ['clock'], 'Looks whether a held task lies still: asks, then returns it.', { taskId }),
  setCriticality: commandSpec('tasks.setCriticality', WORKERS, 'Says how critical a task is for the business; it then stands elsewhere in the queue.', {
    taskId,
    criticality: id.describe('An entry of the list `criticality`.'),
    reason: text(500).optional(),
  }),
  markFirstAnswer: commandSpec('tasks.markFirstAnswer', ['system'], 'Says that a customer had their first answer.', { taskId, at: z.iso.datetime() }),
  markContact: commandSpec('tasks.markContact', ['system'], 'Says that a mail to the customer has left: whose it was, and when they wrote it.', {
    taskId,
    messageId: id,
    by: id,
    at: z.iso.datetime(),
  }),
  checkFirstAnswer: commandSpec('tasks.checkFirstAnswer', ['clock'], 'Looks whether a first answer is due soon, or late.', { taskId }),
  saveDraft: commandSpec('tasks.saveDraft', WORKERS, 'Keeps what is being written, for this person and whoever comes next.', {
    taskId,
    kind: z.enum(['email', 'note', 'attempt']),
    content: z.record(z.string().regex(/^\w{1,40}$/), text(100_000)),
  }),
};

export type SavedDraft = { kind: 'email' | 'note' | 'attempt'; content: Record<string, string>; by: string; at: string };
/** A try to reach the customer: every mail we sent, and what was entered by hand. */
export type AttemptLine = {
  id: string;
  channel: string;
  address: string;
  at: string;
  by: string;
  result: string;
  cause?: string;
  byHand: boolean;
};
/** Everything a workspace shows of one task, as of journal number `seq`. */
export type Workspace = {
  seq: number;
  task: Task;
  customer: Customer;
  conversation: Conversation;
  messages: Message[];
  attempts: AttemptLine[];
  appointments: Appointment[];
  drafts: SavedDraft[];
  /** Names of the people whose ids appear. */
  names: Record<string, string>;
};
export type QueuePage = {
  seq: number;
  cards: TaskCard[];
  /** Send as `after` for the next page; absent on the last. */
  next?: string;
  names: Record<string, string>;
};
/** What is held and parked by whom, who could take more, and the questions of the last seven days whether somebody is there. */
export type InHand = {
  seq: number;
  cards: TaskCard[];
  people: { id: string; name: string; roles: Role[]; queueIds: string[]; skills: string[]; holds: number }[];
  questions: { personId: string; shown: number; answered: number; ignored: number }[];
  names: Record<string, string>;
};
/** `parked`: what waits for its customer, and what came back and waits for me first. */
export type MyWork = { seq: number; held: TaskCard[]; parked: TaskCard[]; recent: TaskCard[] };

/** Of the tasks closed in a span of time: their sub-tasks, and those of them that were ticked before the closing step. */
export type SubTaskShare = { tasks: number; subTasks: number; tickedBefore: number };

/** What may be read about tasks. */
export const taskQueries = {
  waiting: querySpec(
    'tasks.waiting',
    WORKERS,
    'One page of the tasks that wait in the queues one serves.',
    {
      queueId: id.optional(),
      taskType: id.optional().describe('An entry of the list `taskTypes`.'),
      order: queueOrder.default('priority'),
      after: line(400).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    },
    z.custom<QueuePage>(),
  ),
  mine: querySpec('tasks.mine', WORKERS, 'What one holds now, and held recently.', {}, z.custom<MyWork>()),
  inHand: querySpec('tasks.inHand', LEADERS, 'What is in whose hands, for whoever leads.', {}, z.custom<InHand>()),
  workspace: querySpec('tasks.workspace', WORKERS, 'Everything about one task.', { taskId }, z.custom<Workspace>()),
  badges: querySpec(
    'tasks.badges',
    WORKERS,
    'How many tasks wait that one may take, by queue, and of which queues and kinds these are; of all kinds when none are named.',
    {},
    z.custom<{ seq: number; waiting: Record<string, number>; queueIds: string[]; taskTypes?: string[] }>(),
  ),
  search: querySpec(
    'tasks.search',
    WORKERS,
    'Tasks by words of the subject, the summary or the customer.',
    { words: line(200).min(2), limit: z.coerce.number().int().min(1).max(50).default(20) },
    z.custom<{ cards: TaskCard[]; names: Record<string, string> }>(),
  ),
  subTaskShare: querySpec(
    'tasks.subTaskShare',
    LEADERS,
    'How many sub-tasks were ticked before the closing step, of tasks closed in a span of time.',
    { from: moment, to: moment },
    z.custom<SubTaskShare>(),
  ),
  history: querySpec(
    'tasks.history',
    WORKERS,
    'What happened to one task, from the journal.',
    { taskId },
    z.custom<{ events: { type: string; at: string; by: string; seq?: number; event: unknown }[]; names: Record<string, string> }>(),
  ),
};
