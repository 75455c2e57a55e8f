import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import type { Policy } from '@firstline/domain/policy.ts';
import type { Again, Desk, Reaction, RunningJob } from './desk.ts';
import type { Job } from './write.ts';

type Known = Recorded<DeskEvent>;

/** `on('task.claimed', 'name', …)`: a reaction, typed by the events it is given. */
export const on = <Event extends Known>(
  to: Event['type'],
  name: string,
  run: (event: Event, desk: Desk, job: RunningJob) => Promise<Again | void>,
  when: { due?: (event: Event, policy: Policy) => string; key?: (event: Event) => string } = {},
): Reaction => ({ name, to, run, ...when }) as unknown as Reaction;

/** The jobs that an event leaves behind, written with it. */
export const jobsFor = (reactions: readonly Reaction[], event: Known, subjectId: string, policy: Policy): Job[] =>
  reactions
    .filter((reaction) => reaction.to === event.type)
    .map((reaction) => ({
      key: reaction.key?.(event) ?? `${reaction.name}:${subjectId}:${event.version}`,
      name: reaction.name,
      input: event,
      due_at: reaction.due?.(event, policy) ?? event.at,
    }));
