import type { Recorded } from '../event.ts';
import { evolveTask, type Task, type TaskEvent } from './task.ts';

/** What a list shows of a task, and all that may be seen before it is claimed. */
export type TaskCard = Omit<Task, 'notes' | 'subTasks' | 'escalation' | 'ending' | 'grants'>;

export const cardOf = ({ notes: _notes, subTasks: _subTasks, escalation: _escalation, ending: _ending, grants: _grants, ...card }: Task): TaskCard => card;

/** A list evolves by the same events as the task itself. It hears some of them without their personal part. */
export const evolveCard = (card: TaskCard | undefined, event: Recorded<TaskEvent>): TaskCard =>
  cardOf(evolveTask(card && { ...card, notes: [], subTasks: [] }, { personal: {}, ...event } as Recorded<TaskEvent>));

/** Personal parts of these events reach everybody who sees the queue; of all others only whoever has the task open. */
export const SHOWN_IN_LISTS: readonly TaskEvent['type'][] = ['task.opened', 'task.summarised', 'task.customerNamed'];
