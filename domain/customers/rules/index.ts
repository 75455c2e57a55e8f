import type { Rule } from '../../rule.ts';
import { aMergeJoinsTwoWholeRecords, type Merging } from './a-merge-joins-two-whole-records.ts';
import { detailBelongsToOneCustomer, type Adding } from './detail-belongs-to-one-customer.ts';

export type { Adding, Merging };

/** What an added address or number is judged by. */
export const adding: Rule<Adding>[] = [detailBelongsToOneCustomer];

/** What joining two records is judged by. */
export const merging: Rule<Merging>[] = [aMergeJoinsTwoWholeRecords];
