import type { DeskEvent } from '@firstline/domain/event.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import { waitingChange, waitingName } from '@firstline/domain/tasks/tally.ts';
import { bookingParts } from './booking/index.ts';
import { conversationParts } from './conversations/index.ts';
import { customerParts } from './customers/index.ts';
import { deskParts, houseOf, type Place } from './desk/index.ts';
import type { Parts } from './platform/desk.ts';
import { taskParts, waitingCounted } from './tasks/index.ts';

/** All subjects joined: what this desk can be asked, and what follows from what. */
export const partsOf = (place: Place): Parts => {
  const subjects = [taskParts, bookingParts, conversationParts, deskParts(place, [taskParts.listUses]), customerParts];
  return {
    stores: subjects.flatMap((subject) => [...subject.stores]),
    commands: subjects.flatMap((subject) => [...subject.commands]),
    queries: subjects.flatMap((subject) => [...subject.queries]),
    reactions: subjects.flatMap((subject) => [...subject.reactions]),
    tally: (event: DeskEvent) => {
      const change = waitingChange(event as TaskEvent);
      if (!change) return [];
      const { queueId, taskType, by } = change;
      return [waitingName(), ...(taskType ? [waitingName(taskType)] : [])].map((name) => ({ topic: `queue:${queueId}`, name, by }));
    },
    counted: waitingCounted,
    house: houseOf,
  };
};
