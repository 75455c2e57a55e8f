import { taskQueries } from '@firstline/contract/tasks.ts';
import { namesOf } from '../../desk/index.ts';
import { prepared } from '../../platform/prepared.ts';
import { query } from '../../platform/query.ts';
import { CARD_COLUMNS, cardFromRow } from './card.ts';
import { reachedQueues } from './reached-queues.ts';

export const search = query({
  spec: taskQueries.search,
  answer: async (desk, { words, limit }, by) => {
    const asked = wordsOf(words);
    if (asked.length === 0) return { cards: [], names: {} };
    const { rows } = await desk.pool.query<Record<string, unknown>>(
      prepared(
        `select ${CARD_COLUMNS} from tasks join task_words on task_id = id where words @@ to_tsquery('simple', $1) and queue_id = any($2::text[])
         order by opened_at desc limit $3`,
        [asked.map((word) => `'${word}':*`).join(' & '), await reachedQueues(desk, by), limit],
      ),
    );
    const cards = rows.map(cardFromRow);
    return { cards, names: await namesOf(desk.pool, cards.flatMap(({ heldBy }) => heldBy ?? [])) };
  },
});

/** Letters, digits and what stands inside addresses; nothing that means something to the search language. */
const wordsOf = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}@._+-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 10);
