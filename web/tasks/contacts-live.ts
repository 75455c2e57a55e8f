import type { ContactPage } from '@firstline/contract/contacts.ts';
import type { InputOf } from '../platform/doors.ts';
import type { Evolve } from '../platform/live-cache.ts';
import type { TaskHappened } from './card-live.ts';

/** Contacts are read again when one of them begins or ends; who they are with stands in no other event. */
export const evolveContacts: Evolve<ContactPage, InputOf<'tasks.contacts'>> = (page, { kind, event: heard }, { customerId }) => {
  if (kind !== 'task') return { data: page };
  const event = heard as unknown as TaskHappened;
  const begins = event.type === 'task.opened' && (!customerId || event.customerId === customerId);
  const ends = (event.type === 'task.closed' || event.type === 'task.closeUndone') && page.contacts.some(({ taskId }) => taskId === event.taskId);
  return begins || ends ? { data: page, again: 'soon' } : { data: page };
};
