import type { Me } from '@firstline/contract/desk.ts';
import { labelIn } from '@firstline/domain/desk/list-item.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import type { LiveEntry } from '../platform/live-cache.ts';
import { rulesOf } from '../platform/me.ts';
import { t } from '../platform/words.ts';

export type Notice = { says: string; taskId: string; urgent?: true };

/** What a person is told wherever they are: a colleague calls upon them, or their team got something from below. */
export const noticeFor = ({ event: heard }: LiveEntry, me: Me): Notice | undefined => {
  const { person } = me;
  const event = heard as unknown as TaskEvent;
  if (event.type === 'task.mentioned') return event.personId === person.id ? { says: t('A note calls upon you.'), taskId: event.taskId } : undefined;
  if (event.type !== 'task.escalated' && event.type !== 'task.teamReminded') return undefined;
  const { teams } = rulesOf(me).lists;
  const team = teams.find(({ id }) => id === event.teamId);
  if (!team || !person.roles.includes(team.role) || heard.by === person.id) return undefined;
  if (event.type === 'task.escalated') return { says: t('Escalated to {{team}}.', { team: t(labelIn(teams, team.id)) }), taskId: event.taskId };
  return { says: event.isLate ? t('A customer has not heard from your team in time.') : t('A customer should hear from your team soon.'), taskId: event.taskId, urgent: true };
};
