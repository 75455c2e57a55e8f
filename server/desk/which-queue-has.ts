import type { Naming } from '@firstline/domain/desk/rules/index.ts';
import type { Reader } from '../platform/reader.ts';

/** Whether another queue has this name, and which one has this address. */
export const whichQueueHas = async (
  read: Reader,
  { name, address }: { name?: string; address?: string },
  queueId = '',
): Promise<Naming> => {
  const [found] = await read.rows<{ nameIsTaken: boolean; addressIsOf: string | null }>(
    `select
       exists (select 1 from queues where lower(name) = lower($1) and id <> $3) as "nameIsTaken",
       (select name from queues where lower(address) = lower($2) and id <> $3) as "addressIsOf"`,
    [name?.trim() ?? null, address ?? null, queueId],
  );
  return { nameIsTaken: found?.nameIsTaken ?? false, addressIsOf: found?.addressIsOf ?? undefined };
};
