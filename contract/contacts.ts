import type { Channel } from '@firstline/domain/conversations/conversation.ts';
import { z } from 'zod';
import { id, line, querySpec, WORKERS } from './spec.ts';

/** One contact with a customer, on whatever channel, and what became of it. */
export type ContactLine = {
  conversationId: string;
  channel: Channel;
  subject: string;
  /** The customer's address or number in it. */
  address: string;
  customerId: string;
  customerName: string;
  queueId: string;
  openedAt: string;
  status: 'open' | 'closed';
  /** Its newest task. */
  taskId?: string;
  taskStatus?: string;
  closedAt?: string;
  closeReason?: string;
  /** What was noted last. */
  note?: string;
};

export type ContactPage = {
  contacts: ContactLine[];
  next?: string;
  /** Contacts of this customer in queues one does not serve: that they are, and no more. */
  elsewhere: number;
};

export const contactQueries = {
  contacts: querySpec(
    'tasks.contacts',
    WORKERS,
    'Contacts of the queues one serves, or of one customer in them, on all channels; the newest first.',
    { customerId: id.optional(), after: line(400).optional(), limit: z.coerce.number().int().min(1).max(100).default(30) },
    z.custom<ContactPage>(),
  ),
};
