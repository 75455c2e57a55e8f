import { deskQueries } from '@firstline/contract/desk.ts';
import type { Person } from '@firstline/domain/desk/person.ts';
import { query } from '../../platform/query.ts';
import { prepared } from '../../platform/prepared.ts';
import { fromRow } from '../../platform/store.ts';
import { allQueues } from '../all-queues.ts';
import { personStore } from '../stores.ts';

export const people = query({
  spec: deskQueries.people,
  answer: async ({ pool }) => {
    const { rows } = await pool.query<Record<string, unknown> & { joined: boolean; second_step: boolean }>(
      prepared(
        `select people.*, exists (select 1 from auth_accounts where user_id = people.id and password is not null) as joined,
           exists (select 1 from second_steps where person_id = people.id and confirmed) as second_step
         from people order by status, lower(name), id`,
        [],
      ),
    );
    return {
      people: rows.map((row) => ({ ...fromRow<Person>(personStore, row), joined: row.joined, secondStep: row.second_step })),
      queues: await allQueues(pool),
    };
  },
});
