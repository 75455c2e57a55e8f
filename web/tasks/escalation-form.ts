import { offered } from '@firstline/domain/desk/list-item.ts';
import type { Actor } from '@firstline/domain/desk/role.ts';
import { check, type Breach, type HouseRules } from '@firstline/domain/rule.ts';
import { teamFor, type ContactWay, type Team } from '@firstline/domain/tasks/escalation.ts';
import { escalating } from '@firstline/domain/tasks/rules/index.ts';
import type { Task } from '@firstline/domain/tasks/task.ts';
import type { DraftContent } from './draft-shelf.ts';

/** What an escalation says, as far as it is written. */
export type EscalationForm = { category: string; reason: string; issue: string; tried: string; contactBy: ContactWay; urgency: string };

type Known = Pick<Task, 'taskType' | 'summary' | 'channel'>;

/** Prefilled, so that an upset customer waits for as few actions as can be: the need stands there as the summary has it. */
export const firstForm = ({ taskType, summary, channel }: Known, { escalationTable }: HouseRules['lists'], begun: DraftContent = {}): EscalationForm => {
  const category = begun.category ?? escalationTable.find(({ id }) => id === taskType)?.id ?? 'other';
  return {
    reason: taskType === 'complaint' ? 'complaint' : '',
    issue: summary.lines[0]?.says ?? '',
    tried: '',
    contactBy: channel === 'chat' ? 'email' : channel,
    urgency: escalationTable.find(({ id }) => id === category)?.urgencyId ?? '',
    ...begun,
    category,
  };
};

/** What was typed before stays, and what the place it is asked from knows joins it. */
export const begunAgain = (kept: DraftContent = {}, begun: DraftContent = {}): DraftContent => {
  const [typed = '', known = ''] = [kept.issue, begun.issue];
  const issue = typed.includes(known) ? typed : [typed, known].filter((words) => words.trim()).join('\n');
  return { ...kept, ...begun, ...(issue && { issue }) };
};

/** A reason may say what kind of matter it is, and the kind says how soon it needs an answer. */
export const withChoice = (form: EscalationForm, part: Partial<EscalationForm>, { escalationTable, escalationReasons }: HouseRules['lists']): EscalationForm => {
  const named = part.reason && offered(escalationReasons).find(({ id }) => id === part.reason)?.categoryId;
  const category = part.category ?? (named || form.category);
  const urgency = category === form.category ? form.urgency : (escalationTable.find(({ id }) => id === category)?.urgencyId ?? form.urgency);
  return { ...form, urgency, ...part, category };
};

/** What the desk would say to it, and who would get it. */
export const judged = (form: EscalationForm, task: Pick<Task, 'status' | 'heldBy' | 'heldSince'>, by: Pick<Actor, 'id' | 'roles'>, house: HouseRules): { team?: Team; breaches: Breach[] } => {
  const { teams, escalationTable, escalationReasons, urgencies } = house.lists;
  const team = teamFor(form.category, by, { teams, escalationTable });
  return { team, breaches: check(escalating, { task, by, chosen: form, team, teams, escalationTable, escalationReasons, urgencies }, house.levels) };
};
