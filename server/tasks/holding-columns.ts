import type { Store } from '../platform/store.ts';

/** Where the facts of holding and parking are kept. */
export const holdingColumns: Store['columns'] = {
  parkedBy: 'text',
  parkedSince: 'timestamptz',
  parkedUntil: 'timestamptz',
  reservedFor: 'text',
  reservedUntil: 'timestamptz',
  cameBack: 'text',
  viewed: 'jsonb',
  firstContact: 'jsonb',
  protection: 'jsonb',
  closingAsked: 'timestamptz',
  closedBy: 'text',
  ending: 'jsonb',
};
