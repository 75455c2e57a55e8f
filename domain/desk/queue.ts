import type { Recorded } from '../event.ts';

/** A line of waiting tasks that some people serve. */
export type Queue = {
  id: string;
  version: number;
  name: string;
  /** Mail to this address lands here; mail to an unknown address lands in the first queue. */
  address?: string;
  status: 'open' | 'closed';
};

export type QueueEvent =
  | { type: 'queue.opened'; queueId: string; name: string; address?: string }
  | { type: 'queue.renamed'; queueId: string; name: string }
  | { type: 'queue.addressSet'; queueId: string; address?: string };

/** The only place where a queue changes. */
export const evolveQueue = (queue: Queue | undefined, event: Recorded<QueueEvent>): Queue => {
  if (event.type === 'queue.opened')
    return { id: event.queueId, version: event.version, name: event.name, address: event.address, status: 'open' };
  const known = { ...(queue as Queue), version: event.version };
  switch (event.type) {
    case 'queue.renamed':
      return { ...known, name: event.name };
    case 'queue.addressSet':
      return { ...known, address: event.address };
  }
};
