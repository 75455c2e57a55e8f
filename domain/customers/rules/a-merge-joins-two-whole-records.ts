import type { Rule } from '../../rule.ts';
import type { Customer } from '../customer.ts';

/** What a merge is judged by: `other` becomes part of `customer`. */
export type Merging = { customer: Pick<Customer, 'id' | 'mergedInto'>; other: Pick<Customer, 'id' | 'mergedInto' | 'absorbed'> };

export const aMergeJoinsTwoWholeRecords: Rule<Merging> = {
  name: 'a-merge-joins-two-whole-records',
  says: 'A merge joins two different records that stand alone. Undo an earlier merge first.',
  strength: 'stops',
  always: true,
  from: ['R-092'],
  brokenBy: ({ customer, other }) =>
    customer.id === other.id || customer.mergedInto !== undefined || other.mergedInto !== undefined || other.absorbed.length > 0,
  because: ({ customer, other }) => {
    if (customer.id === other.id) return 'This is one and the same record.';
    if (other.absorbed.length > 0) return 'The record to be merged has taken in others.';
    return 'One of them is part of another record already.';
  },
};
