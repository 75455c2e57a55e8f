import type { Policy } from '@firstline/domain/policy.ts';

export type NumberWords = {
  label: string;
  says: string;
  /** The unit, in words. */
  unit: string;
  /** How much of what is kept makes one of what is shown. */
  per?: number;
};

/** The numbers of the house as people speak of them. */
export const NUMBER_WORDS: Record<keyof Policy, NumberWords> = {
  tasksPerAgent: { label: 'Tasks one agent may hold', says: 'At the same moment.', unit: 'tasks' },
  contactTries: { label: 'Tries to reach a customer', says: 'Logged before a task may close as “Unsuccessful Contact”.', unit: 'tries' },
  idleWarningSeconds: { label: 'Quiet before the question', says: 'Without a sign of work the desk asks whether the agent is still there.', unit: 'seconds' },
  idleAnswerSeconds: { label: 'Time to answer the question', says: 'After it the task goes back to its queue.', unit: 'seconds' },
  closedBrowserSeconds: { label: 'After a browser was closed', says: 'Its task stays assigned at least this long.', unit: 'seconds' },
  parkHours: { label: 'Waiting for a customer', says: 'When nobody chooses a time, the task comes back after it.', unit: 'hours' },
  reservedMinutes: { label: 'First for its agent', says: 'A task that came back waits this long for its agent before anybody may take it.', unit: 'minutes' },
  undoClaimSeconds: { label: 'To take a claim back', says: 'As if it had not been made.', unit: 'seconds' },
  undoCloseSeconds: { label: 'To take a close back', says: 'The task is then in the same hands again.', unit: 'seconds' },
  orientationSeconds: { label: 'To look around after a claim', says: 'A strip leads through summary, sub-tasks and conversation.', unit: 'seconds' },
  closePromptMinutes: { label: 'From the last contact to the question whether to close', says: 'Tasks are closed promptly, or parked.', unit: 'minutes' },
  longestCallMinutes: { label: 'Longest call', says: 'A call that never reports its end keeps a task no longer than this.', unit: 'minutes' },
  activityReportSeconds: { label: 'Between two signs of work', says: 'How often a screen tells the desk that its agent is active.', unit: 'seconds' },
  firstAnswerMinutes: { label: 'To a first answer', says: 'Where a queue says nothing else.', unit: 'minutes' },
  answerWarningPercent: { label: 'Warning before an answer is late', says: 'When this much of the time is left.', unit: 'percent' },
  emailBytes: { label: 'Largest email', says: 'With everything in it, coming or going.', unit: 'megabytes', per: 1024 * 1024 },
};
export const NUMBERS = Object.keys(NUMBER_WORDS) as (keyof Policy)[];

/** What the desk takes for a number at most, whatever it counts. */
const MOST = 1_000_000_000;

/** What was typed, as it is kept; nothing when it is no number the desk takes. */
export const keptNumber = (typed: string, { per = 1 }: NumberWords): number | undefined => {
  if (!/^\d+([.,]\d+)?$/.test(typed.trim())) return undefined;
  const kept = Number(typed.trim().replace(',', '.')) * per;
  const whole = per > 1 ? Math.round(kept) : kept;
  return Number.isInteger(whole) && whole >= 1 && whole <= MOST ? whole : undefined;
};

/** What is kept, as it is shown and typed. */
export const shownNumber = (kept: number, { per = 1 }: NumberWords): string => String(Math.round((kept / per) * 100) / 100);

export const mostOf = ({ per = 1 }: NumberWords): number => Math.floor(MOST / per);
