import type { Rule } from '../../rule.ts';

/** What an added address or number is judged by. */
export type Adding = {
  /** Who has this address or number already, by name. */
  owner?: string;
};

export const detailBelongsToOneCustomer: Rule<Adding> = {
  name: 'detail-belongs-to-one-customer',
  says: 'An address or number belongs to one customer. If both are the same person, have their records merged.',
  strength: 'stops',
  always: true,
  from: ['R-092'],
  brokenBy: ({ owner }) => owner !== undefined,
  because: ({ owner }) => owner && `${owner} has it.`,
};
