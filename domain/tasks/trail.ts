import { labelIn } from '../desk/list-item.ts';
import type { HouseRules } from '../rule.ts';

/** One line of everything that was said and done with a customer. */
export type TrailLine = {
  /** Its number in the journal; none yet for what has just happened. */
  seq?: number;
  at: string;
  who: string;
  what: string;
  channel?: string;
  address?: string;
  text?: string;
};

type Told = { type: string; at: string; by: string; seq?: number; personal?: Record<string, unknown>; [field: string]: unknown };
type Known = { nameOf: (id: string) => string; lists: HouseRules['lists'] };
type Said = Omit<TrailLine, 'seq' | 'at' | 'who'>;

/** What an event of the journal says to somebody who reads the whole story. Every event gives a line, and no word that was written is left out. */
export const trailLine = (event: Told, known: Known): TrailLine => ({
  ...(event.seq !== undefined && { seq: event.seq }),
  at: event.at,
  who: known.nameOf(event.by),
  ...(Object.hasOwn(SAID, event.type) ? SAID[event.type]?.(event, known) : undefined) ?? { what: plain(event.type), text: words(event, ...Object.keys(event.personal ?? {})) },
});

const words = ({ personal = {} }: Told, ...fields: string[]): string | undefined =>
  fields.map((field) => personal[field]).filter((value): value is string => typeof value === 'string' && value.trim() !== '').join('\n') || undefined;
const part = (event: Told, field: string): string => (typeof event[field] === 'string' ? event[field] : '');

const letter = (what: string, address: string) => (event: Told): Said => ({
  what,
  channel: part(event, 'channel'),
  address: words(event, address),
  text: words(event, 'subject', 'text'),
});

const SAID: Record<string, (event: Told, known: Known) => Said> = {
  'message.received': letter('The customer wrote', 'from'),
  'message.queued': letter('Wrote to the customer', 'to'),
  'message.sent': () => ({ what: 'The message was sent' }),
  'message.failed': (event) => ({ what: 'The message was not sent', text: part(event, 'cause') }),
  'message.unknown': (event) => ({ what: 'Unclear whether the message went', text: part(event, 'cause') }),
  'attempt.logged': (event) => ({
    what: `Tried to reach the customer: ${part(event, 'result')} (entered by hand)`,
    channel: part(event, 'channel'),
    address: words(event, 'address'),
    text: words(event, 'remark'),
  }),
  'task.opened': (event, { lists }) => ({ what: `Task opened: ${labelIn(lists.taskTypes, part(event, 'taskType'))}`, text: words(event, 'subject') }),
  'task.claimed': () => ({ what: 'Claimed the task' }),
  'task.assigned': (event, { nameOf }) => ({ what: `Assigned the task to ${nameOf(part(event, 'to'))}`, text: words(event, 'reason') }),
  'task.returned': (event, { nameOf }) => ({
    what: event.cause === 'inactivity' ? `The task went back: ${nameOf(part(event, 'from'))} had gone quiet` : 'Put the task back into its queue',
  }),
  'task.parked': (event) => ({ what: `Waits for the customer until ${part(event, 'until')}` }),
  'task.noted': (event) => ({ what: 'Note', text: noteText(event) }),
  'task.escalated': (event, { lists }) => ({
    what: ['Escalated', labelIn(lists.escalationTable, part(event, 'category')), labelIn(lists.teams, part(event, 'teamId')), labelIn(lists.escalationReasons, part(event, 'reason'))].filter(Boolean).join(' · '),
    text: words(event, 'issue', 'tried'),
  }),
  'task.granted': (event) => ({ what: `Gave the customer: ${part(event, 'kind')} ${Number(event.amount)}`, text: words(event, 'words') }),
  'task.handedBack': (event) => ({ what: 'Handed back to the front line', text: words(event, 'remark') }),
  'task.closed': (event, { lists }) => ({ what: `Closed: ${labelIn(lists.closeReasons, part(event, 'reason'))}`, text: words(event, 'solution', 'nextStep') }),
  'task.withdrawn': (event, { nameOf }) => ({ what: `Took the task from ${nameOf(part(event, 'from'))}`, text: words(event, 'reason') }),
  'appointment.booked': (event) => ({ what: `Agreed on an appointment: ${part(event, 'startsAt')}`, text: words(event, 'what', 'where', 'withWhom') }),
  'appointment.cancelled': () => ({ what: 'Called an appointment off' }),
  'task.subTaskAdded': (event) => ({ what: 'Sub-task added', text: words(event, 'title') }),
  'customer.named': (event) => ({ what: 'The customer’s name was corrected', text: words(event, 'name') }),
};

const noteText = ({ personal = {} }: Told): string | undefined =>
  (['discussed', 'agreed', 'mood', 'special'] as const)
    .flatMap((field) => (typeof personal[field] === 'string' ? [`${field}: ${personal[field]}`] : []))
    .join('\n') || undefined;

/** `task.subTaskTicked` → “Task: sub task ticked”. */
const plain = (type: string): string => {
  const [subject = '', happened = ''] = type.split('.');
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}: ${happened.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
};
