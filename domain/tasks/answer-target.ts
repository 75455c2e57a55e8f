import type { Recorded } from '../event.ts';
import { isPast, later, secondsFrom } from '../moment.ts';
import type { HouseRules } from '../rule.ts';

/** What a task knows of the first answer its customer waits for. */
export type AnswerFacts = {
  /** When a first answer is due. Fixed when the task opens, gone once there was one. */
  answerDueAt?: string;
  answeredAt?: string;
  /** The desk's own word on it, once the time is short or over. */
  answerMark?: 'soon' | 'missed';
};

export type AnswerEvent =
  | { type: 'task.firstAnswered'; taskId: string; queueId: string; inTime: boolean }
  | { type: 'task.firstAnswerMarked'; taskId: string; queueId: string; mark: 'soon' | 'missed'; dueAt: string };

export const withAnswer = <Of extends AnswerFacts>(task: Of, event: Recorded<AnswerEvent>): Of =>
  event.type === 'task.firstAnswered'
    ? { ...task, answeredAt: event.at, answerDueAt: undefined, answerMark: undefined }
    : { ...task, answerMark: event.mark };

/** When a task that opens now is to be answered: the time of its queue, or else that of the house. */
export const answerDueAt = (openedAt: string, { needs, policy }: Pick<HouseRules, 'needs' | 'policy'>): string =>
  later(openedAt, (needs?.answerMinutes ?? policy.firstAnswerMinutes) * 60);

/** From when on the time is short: a part of all of it is left. */
export const answerShortAt = (openedAt: string, dueAt: string, { answerWarningPercent }: Pick<HouseRules['policy'], 'answerWarningPercent'>): string =>
  later(dueAt, (-secondsFrom(openedAt, dueAt) * Math.min(100, answerWarningPercent)) / 100);

/** How the first answer stands at a moment; nothing when none is awaited. */
export const answerState = (
  task: AnswerFacts & { openedAt: string; status: string },
  now: string,
  policy: Pick<HouseRules['policy'], 'answerWarningPercent'>,
): 'in-time' | 'soon' | 'missed' | undefined => {
  if (!task.answerDueAt || task.status === 'closed') return undefined;
  if (isPast(task.answerDueAt, now)) return 'missed';
  return isPast(answerShortAt(task.openedAt, task.answerDueAt, policy), now) ? 'soon' : 'in-time';
};
