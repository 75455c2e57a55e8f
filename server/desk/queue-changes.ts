import type { Queue, QueueEvent, QueueNeeds } from '@firstline/domain/desk/queue.ts';

/** What is to be otherwise; what is not named stays, and `null` takes it away. */
type Changes = { name?: string; address?: string | null; acknowledgement?: string | null; needs?: QueueNeeds };

/** What happens to a queue when it is changed so: nothing is said of what was so before. */
export const queueChanges = (queue: Queue, { name, address, acknowledgement, needs }: Changes): QueueEvent[] => {
  const queueId = queue.id;
  const called = name?.trim() ?? queue.name;
  const reachedAt = orStays(address, queue.address);
  const text = orStays(acknowledgement?.trim() ?? acknowledgement, queue.acknowledgement);
  return [
    ...(reachedAt === queue.address ? [] : [{ type: 'queue.addressSet' as const, queueId, ...(reachedAt && { address: reachedAt }) }]),
    ...(called === queue.name ? [] : [{ type: 'queue.renamed' as const, queueId, name: called }]),
    ...(!needs || isSame(queue, needs) ? [] : [{ type: 'queue.needsSet' as const, queueId, ...kept(needs) }]),
    ...(text === queue.acknowledgement ? [] : [{ type: 'queue.acknowledgementSet' as const, queueId, ...(text && { text }) }]),
  ];
};

const orStays = (wanted: string | null | undefined, before: string | undefined): string | undefined => (wanted === undefined ? before : wanted || undefined);

const kept = ({ criticality, skills, answerMinutes }: QueueNeeds): QueueNeeds => ({ skills: [...new Set(skills)], ...(criticality && { criticality }), ...(answerMinutes && { answerMinutes }) });

const isSame = (one: QueueNeeds, other: QueueNeeds): boolean => JSON.stringify(kept(one)) === JSON.stringify(kept(other));
