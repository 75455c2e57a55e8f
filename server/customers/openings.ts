import type { Opening } from '@firstline/contract/customers.ts';
import type { Pool } from 'pg';
import { prepared } from '../platform/prepared.ts';

/** Minutes of looking at one record that count as one opening. */
const ONE_LOOK_MINUTES = 5;

/** Writes down that a person opened a customer's record. */
export const noteOpening = async (pool: Pool, customerId: string, personId: string): Promise<void> => {
  await pool.query(
    prepared(
      `insert into customer_openings (customer_id, person_id, bucket, at)
       select $1, $2, floor(extract(epoch from desk_now()) / ${ONE_LOOK_MINUTES * 60})::bigint, desk_now()
       on conflict do nothing`,
      [customerId, personId],
    ),
  );
};

export const openingsOf = async (pool: Pool, customerId: string): Promise<Opening[]> => {
  const { rows } = await pool.query<Opening>(
    prepared(
      `select person_id as by, people.name, at from customer_openings left join people on people.id = person_id
       where customer_id = $1 order by at desc limit 200`,
      [customerId],
    ),
  );
  return rows;
};
