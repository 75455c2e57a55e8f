import { asWords, saidOf } from '../assist/said-words.ts';
import { visibleReply } from '../conversations/visible-reply.ts';
import { offered, type ListItem } from '../desk/list-item.ts';
import type { Recorded } from '../event.ts';
import { kindAsKnown, type TaskType, type TaskTypeItem } from './task-type.ts';

/** How much of the business stands still when this does, whoever asks: lower is sooner, and goes before any task type. */
export type Criticality = ListItem & {
  rank: number;
  /** Words of a customer that say so by themselves, separated by commas. They speak of things that stand still, never of who asks. */
  words?: string;
};

export const CRITICALITY: Criticality[] = [
  {
    id: 'critical',
    label: 'Business stands still',
    rank: 10,
    words:
      'outage, system down, systems are down, everything is down, server is down, network is down, line is down, production stopped, production has stopped, cannot open, whole building, all our customers, security breach, data breach, gas leak, smell gas, smell of gas, flooding',
  },
  {
    id: 'high',
    label: 'Business is hindered',
    rank: 20,
    words: 'cannot work, nobody can work, stopped working for everyone, several of us, whole office, whole team',
  },
  { id: 'normal', label: 'Normal', rank: 30 },
  { id: 'low', label: 'Can wait', rank: 40 },
];

/** What a task has when nobody said anything: also every task from before this was asked. */
export const USUAL = 'normal';
export const USUAL_RANK = 30;

/** One number to sort by: how critical it is weighs more than any kind of task, whose rank is a thousand at most. */
export const rankOf = (criticality: Pick<Criticality, 'rank'>, kind: Pick<TaskTypeItem, 'rank'>): number => criticality.rank * 10_000 + kind.rank;

/** Where a task stands by the lists as they are. */
export const rankIn = (
  { criticality, taskTypes }: { criticality: readonly Criticality[]; taskTypes: readonly TaskTypeItem[] },
  task: { criticality: string; taskType: TaskType },
): number => rankOf(criticalityOf(criticality, task.criticality), kindAsKnown(taskTypes, task.taskType));

/** An entry that left the list, or was never on it, is treated as what is usual. */
export const criticalityOf = (all: readonly Criticality[], id: string): Criticality =>
  all.find((one) => one.id === id) ?? all.find((one) => one.id === USUAL) ?? { id: USUAL, label: 'Normal', rank: USUAL_RANK };

/** Of what the words say and what the queue always is, the more critical. */
export const criticalityAtIntake = (
  all: readonly Criticality[],
  said: { subject: string; text: string },
  ofQueue: string = USUAL,
): Criticality => {
  const words = asWords(`${said.subject.slice(0, 300)} ${visibleReply(said.text.slice(0, MOST_CHARACTERS))}`);
  const named = offered(all).filter((one) => saidOf(one.words, words).length > 0);
  return [criticalityOf(all, ofQueue), ...named].reduce((soonest, one) => (one.rank < soonest.rank ? one : soonest));
};

// What is at stake stands near the top.
const MOST_CHARACTERS = 4_000;

export type CriticalityEvent = {
  type: 'task.criticalitySet';
  taskId: string;
  queueId: string;
  criticality: string;
  rank: number;
  personal: { reason?: string };
};

type Ranked = { criticality: string; rank: number };

export const withCriticality = <Of extends Ranked>(task: Of, { criticality, rank }: Recorded<CriticalityEvent>): Of => ({ ...task, criticality, rank });
