import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import type { Policy } from '@firstline/domain/policy.ts';
import type { Desk } from './desk.ts';
import type { Job } from './write.ts';

/** What follows from an event, after its commit: a further command, an effect outside, or a look at the clock. It may run twice. */
export type Reaction = {
  name: string;
  to: string;
  /** When it is due; at once when absent. */
  due?: (event: Recorded<DeskEvent>, policy: Policy) => string;
  /** One pending job for each key: a later event replaces an earlier one's. Each event has its own when absent. */
  key?: (event: Recorded<DeskEvent>) => string;
  run: (event: Recorded<DeskEvent>, desk: Desk, job: RunningJob) => Promise<Again | void>;
};

/** A job that looked and found that it came too early says when to look again. */
export type Again = { dueAt: string };

/** `commandId` is the same each time this job is tried, so that its command has one effect. */
export type RunningJob = { commandId: string; attempts: number };

type Known = Recorded<DeskEvent>;

/** `on('task.claimed', 'name', …)`: typed by the events it is given. */
export const on = <Event extends Known>(
  to: Event['type'],
  name: string,
  run: (event: Event, desk: Desk, job: RunningJob) => Promise<Again | void>,
  when: { due?: (event: Event, policy: Policy) => string; key?: (event: Event) => string } = {},
): Reaction => ({ name, to, run, ...when }) as unknown as Reaction;

export const jobsFor = (
  reactions: readonly Reaction[],
  event: Known,
  subjectId: string,
  policy: Policy,
): Job[] =>
  reactions
    .filter((reaction) => reaction.to === event.type)
    .map((reaction) => ({
      key: reaction.key?.(event) ?? `${reaction.name}:${subjectId}:${event.version}`,
      name: reaction.name,
      input: event,
      due_at: reaction.due?.(event, policy) ?? event.at,
    }));
