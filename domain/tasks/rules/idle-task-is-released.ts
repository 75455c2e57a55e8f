import type { Policy } from '../../policy.ts';
import { isPast, later, latest } from '../../moment.ts';
import type { Rule } from '../../rule.ts';
import { saidTime } from '../holding.ts';
import type { Task } from '../task.ts';

/** What the clock judges a held task by. */
export type Idling = {
  task: Pick<Task, 'status' | 'heldSince' | 'returnsAt'>;
  /** Whatever the agent did last on it; the end of a call counts. */
  lastActivityAt?: string;
  /** When the agent closed the browser, unless they came back. */
  leftAt?: string;
  now: string;
  onCall: boolean;
  policy: Pick<Policy, 'idleWarningSeconds' | 'idleAnswerSeconds'> & Partial<Pick<Policy, 'closedBrowserSeconds'>>;
};

/** Broken means: the clock gives the task back. Switched off, the house never does. */
export const idleTaskIsReleased: Rule<Idling> = {
  name: 'idle-task-is-released',
  says: 'A task goes back to its queue when its agent has gone quiet and does not answer the question.',
  strength: 'stops',
  from: ['R-080', 'R-081', 'R-082', 'R-086', 'R-087', 'R-090'],
  brokenBy: (facts) => isPast(releaseAt(facts), facts.now),
  because: (facts) => {
    const since = idleSince(facts);
    return since && `It has been quiet since ${saidTime(since)}.`;
  },
};

/** Since when nothing has happened on a held task: claiming it was the first thing that happened. */
export const idleSince = ({ task, lastActivityAt }: Pick<Idling, 'task' | 'lastActivityAt'>): string | undefined =>
  task.status === 'held' ? latest(task.heldSince, lastActivityAt) : undefined;

/** When the desk asks whether the agent is still there. Calls keep a task alive even without a mouse move, a closed browser for its time. */
export const warningAt = (facts: Omit<Idling, 'now'>): string | undefined => {
  const quiet = after(idleSince(facts), facts.policy.idleWarningSeconds);
  if (facts.onCall || !quiet) return undefined;
  return latest(quiet, after(facts.leftAt, facts.policy.closedBrowserSeconds ?? 0));
};

type Calls = Pick<Task, 'protection'>;
type LongestCall = Pick<Policy, 'longestCallMinutes'>;

/** When a call that never reports its end stops keeping its task. */
export const callsEndAt = ({ protection }: Calls, { longestCallMinutes }: LongestCall): string | undefined =>
  after(protection?.since, longestCallMinutes * 60);

/** Whether a call goes on, so that nobody is asked whether they are there. */
export const isOnCall = (task: Calls, now: string, policy: LongestCall): boolean => {
  const end = callsEndAt(task, policy);
  return end !== undefined && !isPast(end, now);
};

/** When the task goes back. A question that was put late still gets its full time for an answer. */
export const releaseAt = (facts: Omit<Idling, 'now'>): string | undefined => {
  const warned = warningAt(facts);
  return warned && latest(later(warned, facts.policy.idleAnswerSeconds), facts.task.returnsAt);
};

/** Whether the question stands on the screen now. */
export const isWarned = (facts: Idling): boolean =>
  isPast(warningAt(facts), facts.now) && !isPast(releaseAt(facts), facts.now);

const after = (at: string | undefined, seconds: number): string | undefined => at && later(at, seconds);
