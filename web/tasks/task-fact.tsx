import type { AppointmentEvent } from '@firstline/domain/booking/appointment.ts';
import { labelIn } from '@firstline/domain/desk/list-item.ts';
import type { Lists } from '@firstline/domain/desk/lists.ts';
import type { TaskEvent } from '@firstline/domain/tasks/task.ts';
import type { AnswerOf } from '../platform/doors.ts';
import { useHouse } from '../platform/me.ts';
import { clockTime, lasting } from '../platform/time.ts';
import { t } from '../platform/words.ts';
import { kindWord } from './grant-dialog.tsx';
import { Fact } from '../ui/message.tsx';
import { serverNow } from '../ui/now.ts';
import { holdingFact } from './holding-fact.ts';
import type { HoldingEvent } from '@firstline/domain/tasks/holding-events.ts';

export type Happened = AnswerOf<'tasks.history'>['events'][number];

/** What happened to the task, in a line; nothing where the thread shows it already. */
export const TaskFact = ({ happened, nameOf }: { happened: Happened; nameOf: (id: string) => string }) => {
  const says = factOf(happened, nameOf, useHouse().lists);
  return says && <Fact at={happened.at}>{says}</Fact>;
};

/** A question that was answered is no news; one that was not explains what came next. */
export const worthTelling = (events: readonly Happened[]): Happened[] =>
  events.filter(({ type }, n) => type !== 'task.continued' && !(type === 'task.warned' && answers(events[n + 1])));

const answers = (next: Happened | undefined): boolean => next !== undefined && next.type !== 'task.returned';

const factOf = ({ by, event: heard }: Happened, nameOf: (id: string) => string, lists: Lists): string | undefined => {
  const event = heard as TaskEvent | AppointmentEvent | { type: 'conversation.reopened' };
  const name = nameOf(by);
  switch (event.type) {
    case 'task.claimed':
      return t('{{name}} claimed the task', { name });
    case 'task.returned':
      return event.cause === 'inactivity'
        ? t('{{name}} had gone quiet; the task went back to the queue', { name: nameOf(event.from) })
        : t('{{name}} put the task back into the queue', { name });
    case 'task.granted':
      return [t('{{name}} gave: {{kind}} {{amount}}', { name, kind: kindWord(event.kind), amount: event.amount }), event.personal?.words].filter(Boolean).join('. ');
    case 'task.mentioned':
      return t('{{name}} called upon {{other}}', { name, other: nameOf(event.personId) });
    case 'task.warned':
      return t('The desk asked whether anybody is still there');
    case 'task.escalated':
      return t('{{name}} escalated the task: {{category}}', { name, category: t(labelIn(lists.escalationTable, event.category)) });
    case 'task.handedBack':
      return t('{{name}} handed the task back to the front line', { name });
    case 'task.teamAnswered':
      return t('The team has turned to the customer');
    case 'task.teamReminded':
      return event.isLate ? t('The customer has not heard from the team in time') : t('The desk reminded the team of the answer');
    case 'task.closed':
      return closedFact(name, t(labelIn(lists.closeReasons, event.reason)), event.sinceContactSeconds);
    case 'task.firstAnswered':
      return event.inTime ? undefined : t('The first answer came late');
    case 'task.firstAnswerMarked':
      return event.mark === 'missed' ? t('No first answer in time') : t('The time for a first answer grew short');
    case 'task.criticalitySet':
      return [t('{{name}} set how critical it is: {{label}}', { name, label: t(labelIn(lists.criticality, event.criticality)) }), event.personal?.reason].filter(Boolean).join('. ');
    case 'task.reranked':
    case 'task.customerNamed':
      return undefined;
    case 'appointment.booked':
      return [t('{{name}} agreed on an appointment: {{when}}', { name, when: clockTime(event.startsAt, serverNow()) }), event.personal?.what].filter(Boolean).join(', ');
    case 'appointment.cancelled':
      return t('{{name}} called an appointment off', { name });
    case 'conversation.reopened':
      return t('The customer wrote again; the thread is open');
    default:
      return holdingFact({ event: event as HoldingEvent, name, nameOf });
  }
};

const closedFact = (name: string, reason: string, sinceContact: number | undefined): string =>
  sinceContact === undefined
    ? t('{{name}} closed the task: {{reason}}', { name, reason })
    : t('{{name}} closed the task: {{reason}}, {{time}} after the last contact', { name, reason, time: lasting(sinceContact) });
