import type { Reader } from '../platform/reader.ts';

/** Whether each of these is a queue of the house. */
export const areQueues = async (read: Reader, queueIds: readonly string[]): Promise<boolean> => {
  if (queueIds.length === 0) return true;
  const known = await read.rows<{ id: string }>('select id from queues where id = any ($1)', [queueIds]);
  return queueIds.every((wanted) => known.some(({ id }) => id === wanted));
};
