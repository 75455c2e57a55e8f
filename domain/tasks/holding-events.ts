import type { Recorded } from '../event.ts';
import { isPast } from '../moment.ts';
import { free, type BackCause, type HoldingFacts, type TaskPart } from './holding-facts.ts';
import type { TaskType } from './task-type.ts';

/** What happens to a task between its claim and its end, beside the work itself. */
export type HoldingEvent =
  | { type: 'task.parked'; taskId: string; queueId: string; from: string; until: string }
  | {
      type: 'task.cameBack';
      taskId: string;
      queueId: string;
      taskType?: TaskType;
      cause: BackCause;
      /** Whose it was: it is in their hands again when `slot` says so, else it waits for them first. */
      to: string;
      slot?: number;
      reservedUntil?: string;
      nowWaiting: boolean;
    }
  | { type: 'task.offeredToAll'; taskId: string }
  | { type: 'task.claimUndone'; taskId: string; queueId: string; taskType?: TaskType; from: string; nowWaiting: boolean }
  | { type: 'task.closeUndone'; taskId: string; queueId: string; slot: number }
  | { type: 'task.withdrawn'; taskId: string; queueId: string; taskType?: TaskType; from: string; nowWaiting: boolean; personal: { reason: string } }
  | { type: 'task.assigned'; taskId: string; queueId: string; taskType?: TaskType; to: string; slot: number; wasWaiting: boolean; personal: { reason: string } }
  | { type: 'task.viewed'; taskId: string; part: TaskPart }
  /** `wrote`: by a mail that has left since, whose writer may have let the task go meanwhile; what they had read is then not known. */
  | { type: 'task.contacted'; taskId: string; seconds: number; read?: TaskPart[]; wrote?: { by: string; at: string } }
  | { type: 'task.protected'; taskId: string; callId: string }
  | { type: 'task.unprotected'; taskId: string; callId: string }
  | { type: 'task.closingAsked'; taskId: string };

/** All of a task that these change. */
type Holdable = HoldingFacts & {
  status: 'waiting' | 'held' | 'parked' | 'escalated' | 'closed';
  heldBy?: string;
  heldSince?: string;
  slot?: number;
  returnsAt?: string;
  closedAt?: string;
  closeReason?: string;
};

export const evolveHolding = <Held extends Holdable>(task: Held, event: Recorded<HoldingEvent>): Held => {
  switch (event.type) {
    case 'task.parked':
      return { ...free(task), status: 'parked', parkedBy: event.from, parkedSince: event.at, parkedUntil: event.until };
    case 'task.cameBack':
      if (event.slot) return { ...inHandsOf(event.to, task, event.at, event.slot), cameBack: event.cause };
      return { ...letGo(task, event), reservedFor: event.to, reservedUntil: event.reservedUntil, cameBack: event.cause };
    case 'task.offeredToAll':
      return { ...task, reservedFor: undefined, reservedUntil: undefined };
    case 'task.claimUndone':
    case 'task.withdrawn':
      return letGo(task, event);
    case 'task.closeUndone':
      return { ...inHandsOf(event.by, task, event.at, event.slot), closedAt: undefined, closedBy: undefined, closeReason: undefined, ending: undefined };
    case 'task.assigned':
      return inHandsOf(event.to, task, event.at, event.slot);
    case 'task.viewed':
      return { ...task, viewed: { ...task.viewed, [event.part]: event.at } };
    case 'task.contacted':
      return contacted(task, event);
    case 'task.protected':
      return { ...task, returnsAt: undefined, protection: { since: event.at, calls: [...(task.protection?.calls ?? []), event.callId] } };
    case 'task.unprotected':
      return { ...task, protection: without(task.protection, event.callId) };
    case 'task.closingAsked':
      return { ...task, closingAsked: event.at };
  }
};

const contacted = <Held extends Holdable>(task: Held, { at, by, seconds, read = [], wrote = { by, at } }: Recorded<Extract<HoldingEvent, { type: 'task.contacted' }>>): Held =>
  isHoldOf(task, wrote) ? { ...task, firstContact: { ...wrote, seconds, read } } : task;

/** Whether somebody held it at a moment, and has held it ever since. */
export const isHoldOf = ({ heldBy, heldSince }: Pick<Holdable, 'heldBy' | 'heldSince'>, { by, at }: { by: string; at: string }): boolean =>
  heldBy === by && isPast(heldSince, at);

const inHandsOf = <Held extends Holdable>(heldBy: string, task: Held, heldSince: string, slot: number): Held => ({ ...free(task), status: 'held', heldBy, heldSince, slot });

const letGo = <Held extends Holdable>(task: Held, { nowWaiting }: { nowWaiting: boolean }): Held => ({ ...free(task), status: nowWaiting ? 'waiting' : 'escalated' });

const without = (protection: HoldingFacts['protection'], callId: string): HoldingFacts['protection'] => {
  const calls = protection?.calls.filter((id) => id !== callId) ?? [];
  return protection && calls.length > 0 ? { ...protection, calls } : undefined;
};
