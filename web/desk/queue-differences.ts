import type { Queue, QueueNeeds } from '@firstline/domain/desk/queue.ts';
import type { InputOf } from '../platform/doors.ts';

/** What of a queue is changed on its page. */
export type QueueWords = { name: string; address: string; acknowledgement: string; needs: QueueNeeds };

export const queueWords = ({ name = '', address = '', acknowledgement = '', criticality, skills = [], answerMinutes }: Partial<Queue> = {}): QueueWords => ({
  name,
  address,
  acknowledgement,
  needs: { skills, ...(criticality && { criticality }), ...(answerMinutes && { answerMinutes }) },
});

/** What has to be asked so that one becomes the other. What a colleague changed meanwhile is left as it is. */
export const queueDifferences = (one: QueueWords, other: QueueWords): Omit<InputOf<'desk.changeQueue'>, 'queueId'> => ({
  ...(one.name !== other.name && { name: other.name }),
  ...(one.address !== other.address && { address: other.address || null }),
  ...(one.acknowledgement !== other.acknowledgement && { acknowledgement: other.acknowledgement || null }),
  ...(!isSame(one.needs, other.needs) && { needs: other.needs }),
});

const isSame = (one: QueueNeeds, other: QueueNeeds): boolean =>
  one.criticality === other.criticality && one.answerMinutes === other.answerMinutes && [...one.skills].sort().join() === [...other.skills].sort().join();
