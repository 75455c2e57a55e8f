import type { Summary } from '../assist/summary.ts';
import type { Channel } from '../conversations/conversation.ts';
import type { Recorded } from '../event.ts';
import { withAnswer, type AnswerEvent, type AnswerFacts } from './answer-target.ts';
import type { Grant, GrantKind } from './authority.ts';
import type { CloseReason } from './close-reason.ts';
import { evolveEscalation, type Escalation, type EscalationEvent } from './escalation.ts';
import type { Confirmed, Ending } from './ending.ts';
import { evolveHolding, type HoldingEvent } from './holding-events.ts';
import { free, type HoldingFacts } from './holding-facts.ts';
import { rankOf, USUAL, USUAL_RANK, withCriticality, type CriticalityEvent } from './criticality.ts';
import type { Note } from './note.ts';
import type { RankEvent } from './reranking.ts';
import type { TaskType } from './task-type.ts';

export type SubTask = {
  id: string;
  title: string;
  done: boolean;
  /** It was ticked only when the task was about to be closed. */
  atClosing?: true;
};

/** A unit of work that exactly one agent holds. `escalated` waits for its team, `parked` for the customer. */
export type Task = HoldingFacts & AnswerFacts & {
  id: string;
  version: number;
  customerId: string;
  conversationId: string;
  queueId: string;
  taskType: TaskType;
  criticality: string;
  /** Lower is sooner: how critical it is, then its kind. */
  rank: number;
  channel: Channel;
  subject: string;
  customerName: string;
  status: 'waiting' | 'held' | 'parked' | 'escalated' | 'closed';
  heldBy?: string;
  heldSince?: string;
  /** Which of its holder's places it fills: 1 where a person holds one task at a time. */
  slot?: number;
  /** Set while the desk asks whether the agent is still there: when the task goes back. */
  returnsAt?: string;
  openedAt: string;
  closedAt?: string;
  closeReason?: CloseReason;
  summary: Summary;
  subTasks: SubTask[];
  notes: Note[];
  escalation?: Escalation;
  /** What was given to the customer. */
  grants?: Grant[];
  /** The team it was escalated to, and when the customer should have heard from it. */
  teamId?: string;
  answerBy?: string;
  /** How often it came back because its agent had gone. */
  idleReturns: number;
};

export type ReturnCause = 'agent' | 'inactivity';

export type TaskEvent =
  | {
      type: 'task.opened';
      taskId: string;
      customerId: string;
      conversationId: string;
      queueId: string;
      taskType: TaskType;
      /** Not said of tasks from before it was asked; their rank is that of their kind alone. */
      criticality?: string;
      rank: number;
      answerDueAt?: string;
      channel: Channel;
      personal: { subject: string; customerName: string; contact?: { phone?: string; address?: string }; summary: Summary; subTasks: SubTask[] };
    }
  | { type: 'task.summarised'; taskId: string; personal: { summary: Summary } }
  | { type: 'task.customerNamed'; taskId: string; personal: { customerName: string } }
  | { type: 'task.claimed'; taskId: string; queueId: string; taskType?: TaskType; slot: number; wasWaiting: boolean }
  | { type: 'task.returned'; taskId: string; queueId: string; taskType?: TaskType; cause: ReturnCause; from: string; nowWaiting: boolean }
  | { type: 'task.warned'; taskId: string; returnsAt: string }
  | { type: 'task.continued'; taskId: string }
  | {
      type: 'task.noted';
      taskId: string;
      noteId: string;
      personal: { discussed: string; agreed?: string; mood?: string; special?: string };
    }
  /** A note calls upon a colleague: they hear of it wherever they are. */
  | { type: 'task.mentioned'; taskId: string; noteId: string; personId: string }
  | { type: 'task.granted'; taskId: string; grantId: string; kind: GrantKind; amount: number; personal: { words: string } }
  | { type: 'task.subTaskAdded'; taskId: string; subTaskId: string; personal: { title: string } }
  | { type: 'task.subTaskTicked'; taskId: string; subTaskId: string; done: boolean; atClosing?: true }
  | { type: 'task.subTaskRemoved'; taskId: string; subTaskId: string }
  | {
      type: 'task.closed';
      taskId: string;
      queueId: string;
      reason: CloseReason;
      confirmed?: Confirmed;
      /** Whether the customer was asked for anything else, and thanked. */
      thanked?: boolean;
      sinceContactSeconds?: number;
      personal?: { solution?: string; nextStep?: string };
    }
  | HoldingEvent
  | CriticalityEvent
  | RankEvent
  | EscalationEvent
  | AnswerEvent;

/** The only place where a task changes: the server saves its result, the screens show it. */
export const evolveTask = (task: Task | undefined, event: Recorded<TaskEvent>): Task => {
  if (event.type === 'task.opened') return opened(event);
  const known = answered({ ...(task as Task), version: event.version }, event);
  switch (event.type) {
    case 'task.summarised':
      return { ...known, summary: event.personal.summary };
    case 'task.customerNamed':
      return { ...known, customerName: event.personal.customerName };
    case 'task.claimed':
      return { ...free(known), status: 'held', heldBy: event.by, heldSince: event.at, slot: event.slot, cameBack: known.cameBack };
    case 'task.returned':
      return {
        ...free(known),
        status: event.nowWaiting ? 'waiting' : 'escalated',
        idleReturns: known.idleReturns + (event.cause === 'inactivity' ? 1 : 0),
      };
    case 'task.warned':
      return { ...known, returnsAt: event.returnsAt };
    case 'task.continued':
    case 'task.mentioned':
      return known;
    case 'task.granted': {
      const { grantId, kind, amount, personal, by, at } = event;
      return { ...known, grants: [...(known.grants ?? []), { id: grantId, kind, amount, ...personal, by, at }] };
    }
    case 'task.noted':
      return {
        ...known,
        notes: [...known.notes, { id: event.noteId, by: event.by, at: event.at, ...event.personal }],
      };
    case 'task.subTaskAdded':
      return {
        ...known,
        subTasks: [...known.subTasks, { id: event.subTaskId, title: event.personal.title, done: false }],
      };
    case 'task.subTaskTicked':
      return {
        ...known,
        subTasks: known.subTasks.map((item) =>
          item.id === event.subTaskId ? ticked(item, event) : item,
        ),
      };
    case 'task.subTaskRemoved':
      return { ...known, subTasks: known.subTasks.filter((item) => item.id !== event.subTaskId) };
    case 'task.escalated':
    case 'task.handedBack':
      return evolveEscalation(free(known), event);
    case 'task.teamReminded':
    case 'task.teamAnswered':
      return evolveEscalation(known, event);
    case 'task.closed':
      return { ...free(known), status: 'closed', closedAt: event.at, closedBy: event.by, closeReason: event.reason, ending: endingOf(event) };
    case 'task.reranked':
      return { ...known, rank: event.rank };
    case 'task.criticalitySet':
      return withCriticality(known, event);
    case 'task.firstAnswered':
    case 'task.firstAnswerMarked':
      return withAnswer(known, event);
    default:
      return evolveHolding(known, event);
  }
};

const ticked = ({ id, title }: SubTask, { done, atClosing }: Pick<SubTask, 'done' | 'atClosing'>): SubTask => ({ id, title, done, ...(done && atClosing && { atClosing }) });

const endingOf = ({ confirmed, thanked, sinceContactSeconds, personal }: Extract<TaskEvent, { type: 'task.closed' }>): Ending => ({
  ...personal,
  ...(confirmed && { confirmed }),
  ...(thanked !== undefined && { thanked }),
  ...(sinceContactSeconds !== undefined && { sinceContactSeconds }),
});

/** Whatever the holder does answers the question whether they are still there; what their screen shows does not. */
const answered = (task: Task, { by, type }: Recorded<TaskEvent>): Task =>
  task.heldBy === by && type !== 'task.viewed' ? { ...task, returnsAt: undefined } : task;

/** How to reach the customer is told with the news, and kept with the customer. */
const kept = ({ contact: _, ...personal }: Extract<TaskEvent, { type: 'task.opened' }>['personal']) => personal;

const opened = (event: Recorded<Extract<TaskEvent, { type: 'task.opened' }>>): Task => ({
  id: event.taskId,
  version: event.version,
  customerId: event.customerId,
  conversationId: event.conversationId,
  queueId: event.queueId,
  taskType: event.taskType,
  criticality: event.criticality ?? USUAL,
  rank: event.criticality ? event.rank : rankOf({ rank: USUAL_RANK }, event),
  channel: event.channel,
  ...kept(event.personal),
  answerDueAt: event.answerDueAt,
  status: 'waiting',
  openedAt: event.at,
  notes: [],
  idleReturns: 0,
});
