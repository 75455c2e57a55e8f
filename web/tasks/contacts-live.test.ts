import type { ContactPage } from '@firstline/contract/contacts.ts';
import { expect, test } from 'vitest';
import type { LiveEntry } from '../platform/live-cache.ts';
import { evolveContacts } from './contacts-live.ts';

const page = { contacts: [{ taskId: 't1' }], elsewhere: 0 } as ContactPage;
const again = (event: object, customerId?: string, kind = 'task') =>
  evolveContacts(page, { seq: 1, kind, id: 't1', event } as unknown as LiveEntry, { ...(customerId && { customerId }) }).again;

test('R-070 A further contact of the customer, and the end of one, shows without a reload', () => {
  expect(again({ type: 'task.opened', taskId: 't2', customerId: 'c1' }, 'c1')).toBe('soon');
  expect(again({ type: 'task.opened', taskId: 't2', customerId: 'c2' }, 'c1')).toBeUndefined();
  expect(again({ type: 'task.opened', taskId: 't2', customerId: 'c2' })).toBe('soon');
  expect(again({ type: 'task.closed', taskId: 't1' }, 'c1')).toBe('soon');
  expect(again({ type: 'task.closed', taskId: 't9' }, 'c1')).toBeUndefined();
  expect(again({ type: 'task.claimed', taskId: 't1' }, 'c1')).toBeUndefined();
  expect(again({ type: 'task.opened', taskId: 't2', customerId: 'c1' }, 'c1', 'message')).toBeUndefined();
});
