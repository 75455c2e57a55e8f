import type { Actor } from '@firstline/domain/desk/role.ts';
import { TEAMS } from '@firstline/domain/tasks/escalation-lists.ts';
import { standsAbove } from '@firstline/domain/tasks/escalation.ts';

/** One thing somebody does, one second after the thing before. `pick` chooses among what is there. */
export type Step = { act: Act; who: number; thread: number; pick: number };
export const ACTS = [
  'claim', 'return', 'note', 'addSubTask', 'tickSubTask', 'removeSubTask', 'escalate', 'handBack', 'reply', 'replyWithPicture',
  'replyToNobody', 'logAttempt', 'resolve', 'resolveUnreached', 'resolveWithout', 'stayActive', 'continue', 'view', 'customerWrites', 'timePasses',
] as const;
export type Act = (typeof ACTS)[number];

/** All that the model knows of a thread and its newest task. Times are seconds. */
export type Known = {
  status: 'waiting' | 'held' | 'escalated' | 'closed';
  heldBy?: string;
  aliveAt: number;
  returnsAt?: number;
  isEscalated: boolean;
  /** The team that has it stands above the account team. */
  isWithSupervisors: boolean;
  isAnswered: boolean;
  isComplaint: boolean;
  subTasks: { id: string; done: boolean }[];
  notedAt: number[];
  contactAt: number;
  tries: number;
  idleReturns: number;
  /** This holder has seen the summary, or spoken with the customer. */
  hasRead: boolean;
  hasSpoken: boolean;
};

export type Said = { done: string[] } | { refused: string[] };

const holderOnly = (task: Known, by: Actor): string[] =>
  task.status === 'held' && task.heldBy === by.id ? [] : ['only-the-holder-works-on-a-task'];

const letGo = (task: Known): void => void Object.assign(task, { heldBy: undefined, returnsAt: undefined, hasRead: false, hasSpoken: false, status: task.isEscalated ? 'escalated' : 'waiting' });

/** What each act is refused by, in the order an agent hears it. */
const against = (task: Known, others: readonly Known[], by: Actor, act: Act): string[] => {
  const breaks = (...rules: [boolean, string][]): string[] => rules.flatMap(([isBroken, name]) => (isBroken ? [name] : []));
  if (act === 'claim')
    return breaks(
      [task.status === 'held' || task.status === 'closed', 'task-is-free'],
      [task.status === 'escalated' && (task.isWithSupervisors || !standsAbove(by, TEAMS)), 'escalated-tasks-belong-to-their-team'],
      [others.some(({ heldBy }) => heldBy === by.id), 'one-task-at-a-time'],
    );
  if (act === 'escalate')
    return breaks([task.status === 'closed' || task.status === 'escalated' || (task.heldBy ?? by.id) !== by.id, 'only-the-holder-escalates-a-held-task']);
  if (act === 'handBack')
    return [...holderOnly(task, by), ...breaks(
      [!task.isEscalated, 'only-an-escalated-task-is-handed-back'],
      [task.isComplaint, 'a-complaint-stays-with-its-team'],
    )];
  if (act.startsWith('reply'))
    return [...holderOnly(task, by), ...breaks(
      [task.status === 'held' && !task.hasRead && !task.hasSpoken, 'summary-read-before-contact'],
      [task.status === 'closed', 'no-reply-in-closed-thread'],
      [act === 'replyToNobody', 'no-reply-to-no-reply-address'],
      [act === 'replyWithPicture', 'no-emoji-in-email'],
    )];
  if (act.startsWith('resolve'))
    return [...holderOnly(task, by), ...breaks(
      [task.isComplaint && !standsAbove(by, TEAMS), 'complaints-escalate'],
      [act === 'resolveWithout', 'close-reason-chosen'],
      [act === 'resolveUnreached' && task.tries < 3, 'three-tries-before-unsuccessful'],
      [act === 'resolveWithout', 'solution-or-next-step-stated'],
      [act === 'resolveWithout', 'confirmation-stated'],
      [act === 'resolveWithout', 'anything-else-asked'],
      [!task.notedAt.some((at) => at > task.contactAt), 'final-note-after-last-contact'],
    )];
  return holderOnly(task, by);
};

/** Asked of the model: says what is told and changes what is known. Whatever the holder does answers the desk's question. */
export const ask = (tasks: readonly Known[], task: Known, by: Actor, act: Act, now: number, subTask = { id: '', done: false }): Said => {
  const refused = against(task, tasks.filter((other) => other !== task), by, act);
  if (refused.length > 0) return { refused };
  const wasAsked = task.returnsAt !== undefined;
  if (act === 'stayActive' && wasAsked) return { done: [] };
  if (act === 'view') {
    const isNew = !task.hasRead;
    task.hasRead = true;
    return { done: isNew ? ['task.viewed'] : [] };
  }
  const isFirst = !task.hasSpoken;
  const there = task.subTasks.find(({ id }) => id === subTask.id);
  task.aliveAt = now;
  if (!(act === 'tickSubTask' && there?.done !== false) && !(act === 'removeSubTask' && !there)) task.returnsAt = undefined;
  switch (act) {
    case 'claim':
      Object.assign(task, { status: 'held', heldBy: by.id });
      return { done: ['task.claimed'] };
    case 'return':
      letGo(task);
      return { done: ['task.returned'] };
    case 'escalate':
      letGo(Object.assign(task, { isEscalated: true, isWithSupervisors: standsAbove(by, TEAMS), isAnswered: false }));
      return { done: ['task.escalated'] };
    case 'handBack':
      letGo(Object.assign(task, { isEscalated: false }));
      task.notedAt.push(now);
      return { done: ['task.handedBack'] };
    case 'note':
      task.notedAt.push(now);
      return { done: ['task.noted'] };
    case 'addSubTask':
      task.subTasks.push(subTask);
      return { done: ['task.subTaskAdded'] };
    case 'tickSubTask':
      if (!there || there.done) return { done: [] };
      there.done = true;
      return { done: ['task.subTaskTicked'] };
    case 'removeSubTask':
      task.subTasks = task.subTasks.filter((item) => item !== there);
      return { done: there ? ['task.subTaskRemoved'] : [] };
    case 'reply':
    case 'logAttempt': {
      // What a mail means for its task is told when it has left, right after the step.
      const answers = act === 'logAttempt' && task.isEscalated && !task.isAnswered ? ['task.teamAnswered'] : [];
      Object.assign(task, { contactAt: now, tries: task.tries + 1, isAnswered: true, hasSpoken: true });
      return { done: [...(wasAsked ? ['task.continued'] : []), ...answers, act === 'reply' ? 'message.queued' : 'attempt.logged', ...(act === 'logAttempt' && isFirst ? ['task.contacted'] : [])] };
    }
    case 'continue':
      return { done: wasAsked ? ['task.continued'] : [] };
    case 'stayActive':
      return { done: [] };
    default:
      Object.assign(task, { status: 'closed', heldBy: undefined });
      return { done: ['task.closed', 'conversation.closed'] };
  }
};

/** The clock looks: asks after two quiet minutes, and takes the task back half a minute later. */
export const look = (task: Known, now: number): void => {
  if (task.status !== 'held' || now < task.aliveAt + 120) return;
  if (task.returnsAt === undefined) task.returnsAt = Math.max(task.aliveAt + 150, now >= task.aliveAt + 150 ? now + 30 : 0);
  else if (now >= Math.max(task.aliveAt + 150, task.returnsAt)) {
    letGo(task);
    task.idleReturns += 1;
  }
};
