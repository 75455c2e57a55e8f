import type { Reader } from '../platform/reader.ts';

/** Where a new conversation lands, and which address of ours it is led from. */
export type Landing = { queueId: string; ours: string };

/** The open queue that has the first known of these addresses, else the first open queue. Nothing when no queue is open. */
export const queueFor = async (read: Reader, recipients: readonly string[]): Promise<Landing | undefined> => {
  const wanted = recipients.map((address) => address.trim().toLowerCase());
  const [queue] = await read.rows<{ id: string; address: string | null }>(
    `select id, address from queues where status = 'open'
     order by array_position($1::text[], lower(address)), id limit 1`,
    [wanted],
  );
  // Anybody may write an unknown recipient on a mail; the answer leaves from an address of the queue's own where it has one.
  return queue && { queueId: queue.id, ours: queue.address ?? recipients[0] ?? '' };
};
