import type { ListItem } from '../desk/list-item.ts';
import type { Actor, Role } from '../desk/role.ts';
import type { Recorded } from '../event.ts';
import type { Note } from './note.ts';
import type { TaskType } from './task-type.ts';

/** Who takes what was escalated: people of one role who serve the task's queue. The front line is tier 1, teams stand above. */
export type Team = ListItem & { role: Role; tier: number };

/** A kind of matter, the team that gets it, and how soon it is answered when nobody says otherwise. */
export type EscalationRow = ListItem & { teamId: string; urgencyId: string };

/** Why somebody escalates; it may say what kind of matter it is. */
export type EscalationReason = ListItem & { categoryId?: string };

/** How soon the customer hears from the team, and how long before that the desk reminds it. */
export type Urgency = ListItem & { answerHours: number; warnHours: number };

export const CONTACT_WAYS = ['call', 'text', 'email'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

export type Escalation = {
  category: string;
  reason?: string;
  issue: string;
  tried?: string;
  /** How the customer wants to hear from the team. */
  contactBy?: ContactWay;
  urgency?: string;
  /** When the customer should have heard from the team. */
  answerBy?: string;
  /** When the team first turned to the customer. */
  answeredAt?: string;
  by: string;
  at: string;
};

export type EscalationEvent =
  | {
      type: 'task.escalated';
      taskId: string;
      queueId: string;
      taskType?: TaskType;
      category: string;
      reason?: string;
      contactBy?: ContactWay;
      urgency?: string;
      teamId?: string;
      /** When the desk reminds the team, and when the customer should have heard from it. */
      warnAt?: string;
      answerBy?: string;
      wasWaiting?: boolean;
      personal: { issue: string; tried?: string };
    }
  /** The customer still waits for the team: soon too long, or too long already. */
  | { type: 'task.teamReminded'; taskId: string; queueId: string; teamId?: string; answerBy: string; isLate: boolean }
  /** The team turned to the customer for the first time. */
  | { type: 'task.teamAnswered'; taskId: string }
  /** The team gives the task back to the front line and says how it goes on. */
  | { type: 'task.handedBack'; taskId: string; queueId: string; taskType?: TaskType; noteId: string; personal: { remark: string } };

/** What of a task an escalation touches. */
type Escalatable = { status: string; teamId?: string; answerBy?: string; escalation?: Escalation; notes: Note[] };

/** How a task changes on its way up and back. A task that goes either way is held by nobody when it gets here. */
export const evolveEscalation = <Known extends Escalatable>(task: Known, event: Recorded<EscalationEvent>): Known => {
  switch (event.type) {
    case 'task.escalated': {
      const { category, reason, contactBy, urgency, teamId, answerBy, personal, by, at } = event;
      return {
        ...task,
        status: 'escalated',
        teamId,
        answerBy,
        escalation: { category, ...defined({ reason, contactBy, urgency, answerBy }), ...personal, by, at },
      };
    }
    case 'task.teamReminded':
      return task;
    case 'task.teamAnswered':
      return { ...task, answerBy: undefined, escalation: task.escalation && { ...task.escalation, answeredAt: event.at } };
    case 'task.handedBack':
      return {
        ...task,
        status: 'waiting',
        teamId: undefined,
        answerBy: undefined,
        escalation: undefined,
        notes: [...task.notes, { id: event.noteId, by: event.by, at: event.at, discussed: event.personal.remark }],
      };
  }
};

const FRONT_LINE = 1;

/** How high somebody stands: the highest of their teams, or the front line. */
export const tierOf = (by: Pick<Actor, 'roles'>, teams: readonly Team[]): number =>
  Math.max(FRONT_LINE, ...teams.filter(({ role }) => by.roles.includes(role)).map(({ tier }) => tier));

/** The team that gets a matter: the table's, or else, for somebody of that team, the next one above them. */
export const teamFor = (category: string, by: Pick<Actor, 'roles'>, { teams, escalationTable }: { teams: readonly Team[]; escalationTable: readonly EscalationRow[] }): Team | undefined => {
  const mine = tierOf(by, teams);
  const known = teams.filter(({ retired, tier }) => !retired && tier > mine).sort((one, other) => one.tier - other.tier);
  const named = escalationTable.find(({ id }) => id === category)?.teamId;
  return known.find(({ id }) => id === named) ?? known[0];
};

/** Whether somebody may take what a team was given: its own people, and whoever stands above it. */
export const mayTake = (by: Pick<Actor, 'roles'>, teamId: string | undefined, teams: readonly Team[]): boolean => {
  const team = teams.find(({ id }) => id === (teamId ?? SHIPPED_TEAM));
  const mine = tierOf(by, teams);
  return team ? by.roles.includes(team.role) || mine > team.tier : mine > FRONT_LINE;
};

/** Whether somebody takes anything at all that went up. */
export const standsAbove = (by: Pick<Actor, 'roles'>, teams: readonly Team[]): boolean => tierOf(by, teams) > FRONT_LINE;

/** Whether a task that lies in the queue is for this person: what waits for anybody, and of what went up what they may take. */
export const isOffered = ({ status, teamId }: { status: string; teamId?: string }, by: Pick<Actor, 'roles'>, teams: readonly Team[]): boolean =>
  status === 'waiting' || (status === 'escalated' && mayTake(by, teamId, teams));

/** The same, as a list asks for it: the teams whose tasks are not theirs to take. */
export const teamsOfOthers = (by: Pick<Actor, 'roles'>, teams: readonly Team[]): string[] =>
  teams.filter(({ id }) => !mayTake(by, id, teams)).map(({ id }) => id);

/** Who has what went up before the desk knew teams. */
export const SHIPPED_TEAM = 'account-team';

const defined = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
