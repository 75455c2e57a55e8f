import { deskQueries } from '@firstline/contract/desk.ts';
import { query } from '../../platform/query.ts';
import { allQueues } from '../all-queues.ts';
import { readHouse } from '../house-of.ts';

/** Which build answers, and what people type to reach it. */
export type Place = { build: string; url: string };

export const me = ({ build, url }: Place) =>
  query({
    spec: deskQueries.me,
    answer: async ({ pool }, _, person) => ({
      person,
      house: (await readHouse(pool)) ?? null,
      queues: await allQueues(pool),
      build,
      url,
    }),
  });
