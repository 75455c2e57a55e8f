import type { Message, MessageState } from '../conversations/message.ts';
import { isHoldOf } from './holding-events.ts';
import type { Task } from './task.ts';

type Letter = Pick<Message, 'direction' | 'by' | 'at' | 'state'>;

/** What has come so far of the mails that a task's holder wrote to the customer since they hold it. */
export const writtenIn = (task: Pick<Task, 'heldBy' | 'heldSince'>, messages: readonly Letter[]): MessageState[] =>
  messages.filter((letter) => letter.direction === 'out' && isHoldOf(task, letter)).map(({ state }) => state);
