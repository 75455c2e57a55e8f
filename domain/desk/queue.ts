import type { Recorded } from '../event.ts';

/** A line of waiting tasks that some people serve. */
export type Queue = {
  id: string;
  version: number;
  name: string;
  /** Mail to this address lands here; mail to an unknown address lands in the first queue. */
  address?: string;
  status: 'open' | 'closed';
  /** What whoever writes hears at once; nothing when absent. */
  acknowledgement?: string;
} & QueueNeeds;

/** How the work of a queue is treated; what is absent is as in the whole house. */
export type QueueNeeds = {
  /** What its tasks are at least. */
  criticality?: string;
  /** What one must be able to do to take its tasks. */
  skills: string[];
  /** Minutes in which a customer has a first answer. */
  answerMinutes?: number;
};

export type QueueEvent =
  | { type: 'queue.opened'; queueId: string; name: string; address?: string }
  | { type: 'queue.renamed'; queueId: string; name: string }
  | { type: 'queue.addressSet'; queueId: string; address?: string }
  | { type: 'queue.acknowledgementSet'; queueId: string; text?: string }
  | ({ type: 'queue.needsSet'; queueId: string } & QueueNeeds);

/** The only place where a queue changes. */
export const evolveQueue = (queue: Queue | undefined, event: Recorded<QueueEvent>): Queue => {
  if (event.type === 'queue.opened')
    return { id: event.queueId, version: event.version, name: event.name, address: event.address, status: 'open', skills: [] };
  const known = { ...(queue as Queue), version: event.version };
  switch (event.type) {
    case 'queue.renamed':
      return { ...known, name: event.name };
    case 'queue.addressSet':
      return { ...known, address: event.address };
    case 'queue.acknowledgementSet':
      return { ...known, acknowledgement: event.text };
    case 'queue.needsSet':
      return { ...known, criticality: event.criticality, skills: event.skills, answerMinutes: event.answerMinutes };
  }
};
