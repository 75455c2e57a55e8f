import { taskQueries, type InHand } from '@firstline/contract/tasks.ts';
import { WORKERS } from '@firstline/contract/spec.ts';
import { namesOf } from '../../desk/index.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { CARD_COLUMNS, cardFromRow, sealedSeq } from './card.ts';

const DAYS = 7;
const MOST = 500;

/** For whoever leads: what is held and parked by whom, and how often each was asked whether they are there. */
export const inHand = query({
  spec: taskQueries.inHand,
  answer: async (desk): Promise<InHand> => {
    const seq = await sealedSeq(desk.pool);
    const rowsOf = async <Row extends Record<string, unknown>>(sql: string) => (await desk.pool.query<Row>(prepared(sql, []))).rows;
    const [cards, people, questions] = await Promise.all([
      rowsOf(
        `select * from (
           select ${CARD_COLUMNS} from tasks where status = 'held'
           union all select ${CARD_COLUMNS} from tasks where status = 'parked'
           union all select ${CARD_COLUMNS} from tasks where reserved_for is not null
         ) as in_hand limit ${MOST}`,
      ),
      rowsOf<InHand['people'][number]>(
        `select id, name, roles, skills, queue_ids as "queueIds", (select count(*)::integer from tasks where held_by = people.id and status = 'held') as holds
         from people where status = 'active' and roles && array['${WORKERS.join("', '")}'] order by name limit ${MOST}`,
      ),
      rowsOf<InHand['questions'][number]>(
        `select person_id as "personId", sum(shown)::integer as shown, sum(answered)::integer as answered, sum(ignored)::integer as ignored
         from idle_questions where day > desk_now()::date - ${DAYS} group by person_id`,
      ),
    ]);
    const shown = cards.map(cardFromRow);
    const ids = shown.flatMap(({ heldBy, parkedBy, reservedFor }) => [heldBy, parkedBy, reservedFor].flatMap((id) => id ?? []));
    return { seq, cards: shown, people, questions, names: await namesOf(desk.pool, [...ids, ...questions.map(({ personId }) => personId)]) };
  },
});
