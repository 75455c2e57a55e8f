import type { Writing } from '../../conversations/rules/index.ts';
import { writing } from '../../conversations/rules/index.ts';
import type { Actor } from '../../desk/role.ts';
import type { Policy } from '../../policy.ts';
import type { Rule } from '../../rule.ts';
import type { TaskCard } from '../card.ts';
import type { CloseReason, CloseReasonItem } from '../close-reason.ts';
import type { EscalationReason, EscalationRow, Team, Urgency } from '../escalation.ts';
import type { Task } from '../task.ts';
import { anotherCriticalityHasItsReason } from './another-criticality-has-its-reason.ts';
import { aComplaintStaysWithItsTeam } from './a-complaint-stays-with-its-team.ts';
import { closeReasonChosen } from './close-reason-chosen.ts';
import { complaintsEscalate } from './complaints-escalate.ts';
import { escalatedTasksBelongToTheirTeam } from './escalated-tasks-belong-to-their-team.ts';
import { escalationGoesUp } from './escalation-goes-up.ts';
import { escalationSaysWhatAndWhy } from './escalation-says-what-and-why.ts';
import { finalNoteAfterLastContact } from './final-note-after-last-contact.ts';
import { idleTaskIsReleased, type Idling } from './idle-task-is-released.ts';
import { oneTaskAtATime } from './one-task-at-a-time.ts';
import { onlyAnEscalatedTaskIsHandedBack } from './only-an-escalated-task-is-handed-back.ts';
import { onlyTheHolderEscalatesAHeldTask } from './only-the-holder-escalates-a-held-task.ts';
import { onlyTheHolderWorksOnATask } from './only-the-holder-works-on-a-task.ts';
import { parkedTaskComesBackToItsAgent } from './parked-task-comes-back-to-its-agent.ts';
import { parkUntilATimeAhead } from './park-until-a-time-ahead.ts';
import { taskIsFree } from './task-is-free.ts';
import { threeTriesBeforeUnsuccessful } from './three-tries-before-unsuccessful.ts';

export { callsEndAt, isOnCall, isWarned, releaseAt, warningAt, type Idling } from './idle-task-is-released.ts';

/** What a claim is judged by. A card is enough, so that a list can say beforehand what the desk would refuse. */
export type Claiming = {
  task: TaskCard;
  by: Pick<Actor, 'id' | 'roles'>;
  /** What this person holds already. */
  held: { id: string; subject: string }[];
  /** Who has the task, when somebody has it. */
  holderName?: string;
  policy: Policy;
  /** The teams of this house. */
  teams: readonly Team[];
};

export const claiming: Rule<Claiming>[] = [taskIsFree, parkedTaskComesBackToItsAgent, escalatedTasksBelongToTheirTeam, oneTaskAtATime];

/** What an escalation is judged by. */
export type Escalating = {
  task: Pick<Task, 'status' | 'heldBy' | 'heldSince'>;
  by: Pick<Actor, 'id' | 'roles'>;
  holderName?: string;
  chosen: { category: string; reason?: string; urgency?: string };
  /** The team that would get it. */
  team?: Team;
  teams: readonly Team[];
  escalationTable: readonly EscalationRow[];
  escalationReasons: readonly EscalationReason[];
  urgencies: readonly Urgency[];
};

export const escalating: Rule<Escalating>[] = [onlyTheHolderEscalatesAHeldTask, escalationGoesUp, escalationSaysWhatAndWhy];

/** What notes, sub-tasks and a return are judged by. */
export type Working = {
  task: Pick<Task, 'status' | 'heldBy' | 'heldSince'>;
  by: Pick<Actor, 'id'>;
  holderName?: string;
};

export const working: Rule<Working>[] = [onlyTheHolderWorksOnATask];

/** What waiting for the customer is judged by. */
export type Parking = Working & { until: string; now: string };

export const parking: Rule<Parking>[] = [...working, parkUntilATimeAhead];

/** What it is judged by that a team gives a task back. */
export type HandingBack = Working & { task: Pick<Task, 'taskType' | 'escalation'> };

export const handingBack: Rule<HandingBack>[] = [...working, onlyAnEscalatedTaskIsHandedBack, aComplaintStaysWithItsTeam];

/** What a message on a task is judged by. */
export type Replying = Working & Writing;

export const replying: Rule<Replying>[] = [...working, ...writing];

/** What a close is judged by. */
export type Closing = {
  task: Pick<Task, 'status' | 'heldBy' | 'heldSince' | 'taskType' | 'notes'>;
  by: Pick<Actor, 'id' | 'roles'>;
  holderName?: string;
  reason?: CloseReason;
  /** The reasons of this house. */
  reasons: readonly CloseReasonItem[];
  /** Tries to reach the customer that are logged, whoever made them. */
  attempts: number;
  /** The last message or call with the customer, in either direction. */
  lastContactAt?: string;
  policy: Policy;
};

export const closing: Rule<Closing>[] = [
  onlyTheHolderWorksOnATask,
  complaintsEscalate,
  closeReasonChosen,
  threeTriesBeforeUnsuccessful,
  finalNoteAfterLastContact,
];

/** What another criticality is judged by. */
export type Ranking = { by: Pick<Actor, 'roles'>; reason?: string };

export const ranking: Rule<Ranking>[] = [anotherCriticalityHasItsReason];

export const idling: Rule<Idling>[] = [idleTaskIsReleased];
