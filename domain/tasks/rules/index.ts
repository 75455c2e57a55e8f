import type { ContactFacts } from '../../conversations/contact-facts.ts';
import type { MessageState } from '../../conversations/message.ts';
import type { Writing } from '../../conversations/rules/index.ts';
import { writing } from '../../conversations/rules/index.ts';
import type { Actor } from '../../desk/role.ts';
import type { Policy } from '../../policy.ts';
import type { Rule } from '../../rule.ts';
import type { TaskCard } from '../card.ts';
import type { CloseReason, CloseReasonItem } from '../close-reason.ts';
import type { EscalationReason, EscalationRow, Team, Urgency } from '../escalation.ts';
import type { NoteWords } from '../note-cues.ts';
import type { Said } from '../ending.ts';
import type { AuthorityLimit, Grant, GrantKind } from '../authority.ts';
import type { Task } from '../task.ts';
import { anotherCriticalityHasItsReason } from './another-criticality-has-its-reason.ts';
import { aComplaintStaysWithItsTeam } from './a-complaint-stays-with-its-team.ts';
import { anythingElseAsked } from './anything-else-asked.ts';
import { appointmentLiesAhead } from './appointment-lies-ahead.ts';
import { assigneeHasAFreePlace } from './assignee-has-a-free-place.ts';
import { assigneeHasTheSkills } from './assignee-has-the-skills.ts';
import { assigneeMayTakeTheTask } from './assignee-may-take-the-task.ts';
import { bookedJobHasAnAppointment } from './booked-job-has-an-appointment.ts';
import { claimIsUndoneAtOnce } from './claim-is-undone-at-once.ts';
import { closeIsUndoneInTime } from './close-is-undone-in-time.ts';
import { closeReasonChosen } from './close-reason-chosen.ts';
import { complaintsEscalate } from './complaints-escalate.ts';
import { confirmationStated } from './confirmation-stated.ts';
import { escalatedTasksBelongToTheirTeam } from './escalated-tasks-belong-to-their-team.ts';
import { escalationGoesUp } from './escalation-goes-up.ts';
import { escalationSaysWhatAndWhy } from './escalation-says-what-and-why.ts';
import { finalNoteAfterLastContact } from './final-note-after-last-contact.ts';
import { idleTaskIsReleased, type Idling } from './idle-task-is-released.ts';
import { noteSaysHowItGoesOn } from './note-says-how-it-goes-on.ts';
import { oneTaskAtATime } from './one-task-at-a-time.ts';
import { onlyAnEscalatedTaskIsHandedBack } from './only-an-escalated-task-is-handed-back.ts';
import { onlyTheHolderEscalatesAHeldTask } from './only-the-holder-escalates-a-held-task.ts';
import { onlyATaskInHandsIsTaken } from './only-a-task-in-hands-is-taken.ts';
import { onlyAnOpenTaskIsAssigned } from './only-an-open-task-is-assigned.ts';
import { onlyTheHolderWorksOnATask } from './only-the-holder-works-on-a-task.ts';
import { ownCloseIsUndone } from './own-close-is-undone.ts';
import { parkedTaskComesBackToItsAgent } from './parked-task-comes-back-to-its-agent.ts';
import { parkUntilATimeAhead } from './park-until-a-time-ahead.ts';
import { solutionOrNextStepStated } from './solution-or-next-step-stated.ts';
import { summaryReadBeforeContact } from './summary-read-before-contact.ts';
import { skillsForTheTask } from './skills-for-the-task.ts';
import { taskIsFree } from './task-is-free.ts';
import { threadHasNoNewerTask } from './thread-has-no-newer-task.ts';
import { threeTriesBeforeUnsuccessful } from './three-tries-before-unsuccessful.ts';
import { withinOnesAuthority } from './within-ones-authority.ts';

export { callsEndAt, isOnCall, isWarned, releaseAt, warningAt, type Idling } from './idle-task-is-released.ts';

/** What a claim is judged by. A card is enough, so that a list can say beforehand what the desk would refuse. */
export type Claiming = {
  task: TaskCard;
  by: Pick<Actor, 'id' | 'roles'>;
  /** What this person holds already. */
  held: { id: string; subject: string }[];
  /** Who has the task, when somebody has it. */
  holderName?: string;
  /** Skills the task takes and this person lacks, by name. */
  missing: string[];
  policy: Policy;
  /** The teams of this house. */
  teams: readonly Team[];
};

export const claiming: Rule<Claiming>[] = [taskIsFree, parkedTaskComesBackToItsAgent, escalatedTasksBelongToTheirTeam, skillsForTheTask, oneTaskAtATime];

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

/** What sub-tasks and a return are judged by. */
export type Working = {
  task: Pick<Task, 'status' | 'heldBy' | 'heldSince'>;
  by: Pick<Actor, 'id'>;
  holderName?: string;
};

export const working: Rule<Working>[] = [onlyTheHolderWorksOnATask];

/** What a note is judged by. */
export type Noting = Working & { note: NoteWords };

export const noting: Rule<Noting>[] = [...working, noteSaysHowItGoesOn];

/** What waiting for the customer is judged by. */
export type Parking = Working & { until: string; now: string };

export const parking: Rule<Parking>[] = [...working, parkUntilATimeAhead];

/** What it is judged by that somebody gives a customer something. */
export type Granting = Working & { task: { grants?: readonly Grant[] }; by: Pick<Actor, 'roles'>; grant: { kind: GrantKind; amount: number }; authorityLimits: readonly AuthorityLimit[] };

export const granting: Rule<Granting>[] = [...working, withinOnesAuthority];

/** What it is judged by that a team gives a task back. */
export type HandingBack = Working & { task: Pick<Task, 'taskType' | 'escalation'> };

export const handingBack: Rule<HandingBack>[] = [...working, onlyAnEscalatedTaskIsHandedBack, aComplaintStaysWithItsTeam];

/** What taking a claim back is judged by. */
export type UndoingClaim = Working & { task: Pick<Task, 'heldSince' | 'firstContact'>; wrote: readonly MessageState[]; now: string; policy: Policy };

export const undoingClaim: Rule<UndoingClaim>[] = [...working, claimIsUndoneAtOnce];

/** What taking a close back is judged by. */
export type UndoingClose = {
  task: Pick<Task, 'id' | 'status' | 'closedAt' | 'closedBy'>;
  by: Pick<Actor, 'id'>;
  held: { id: string; subject: string }[];
  /** The customer wrote again, and that is work of its own. */
  newerTask: boolean;
  now: string;
  policy: Policy;
};

export const undoingClose: Rule<UndoingClose>[] = [closeIsUndoneInTime, ownCloseIsUndone, threadHasNoNewerTask, oneTaskAtATime];

/** What taking a task over, or sending it back to its queue, is judged by. */
export type Taking = { task: Pick<Task, 'id' | 'status' | 'heldBy'>; by: Pick<Actor, 'id'> };

export const sendingBack: Rule<Taking>[] = [onlyATaskInHandsIsTaken];
export const takingOver: Rule<Taking & { held: { id: string; subject: string }[]; policy: Policy }>[] = [onlyATaskInHandsIsTaken, oneTaskAtATime];

/** What giving a task to somebody is judged by. */
export type Assigning = {
  task: Pick<Task, 'status' | 'heldBy' | 'queueId' | 'escalation' | 'teamId'>;
  to: Actor & { isActive: boolean };
  teams: readonly Team[];
  /** What they hold already. */
  held: { id: string; subject: string }[];
  /** Skills the task takes and they lack, by name. */
  missing: string[];
  policy: Policy;
};

export const assigning: Rule<Assigning>[] = [onlyAnOpenTaskIsAssigned, assigneeMayTakeTheTask, assigneeHasTheSkills, assigneeHasAFreePlace];

/** What any contact with the customer is judged by, on whatever channel. */
export type Contacting = Working & { task: Pick<Task, 'viewed' | 'firstContact'>; wrote: readonly MessageState[] };

export const contacting: Rule<Contacting>[] = [...working, summaryReadBeforeContact];

/** What a message on a task is judged by. */
export type Replying = Contacting & Writing;

export const replying: Rule<Replying>[] = [...contacting, ...writing];

/** What an appointment is judged by. */
export type Booking = Working & { startsAt: string; now: string };

export const booking: Rule<Booking>[] = [...working, appointmentLiesAhead];

/** What a close is judged by. */
export type Closing = ContactFacts & {
  task: Pick<Task, 'status' | 'heldBy' | 'heldSince' | 'taskType' | 'teamId' | 'notes'>;
  by: Pick<Actor, 'id' | 'roles'>;
  holderName?: string;
  teams: readonly Team[];
  reason?: CloseReason;
  /** The reasons of this house. */
  reasons: readonly CloseReasonItem[];
  /** Appointments on the task that stand. */
  appointments?: number;
  /** What is said of it as it ends. */
  ending?: Said;
  policy: Policy;
};

export const closing: Rule<Closing>[] = [
  onlyTheHolderWorksOnATask,
  complaintsEscalate,
  closeReasonChosen,
  threeTriesBeforeUnsuccessful,
  bookedJobHasAnAppointment,
  solutionOrNextStepStated,
  confirmationStated,
  anythingElseAsked,
  finalNoteAfterLastContact,
];

/** What another criticality is judged by. */
export type Ranking = { by: Pick<Actor, 'roles'>; reason?: string };

export const ranking: Rule<Ranking>[] = [anotherCriticalityHasItsReason];

export const idling: Rule<Idling>[] = [idleTaskIsReleased];
