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
    const values = [asked.map((word) => `'${word}':*`).join(' & '), await reachedQueues(desk, by), limit];
    const found = async (among: string) => (await desk.pool.query<Record<string, unknown>>(prepared(FOUND(among), values))).rows;
    const newest = await found(NEWEST);
    const rows = newest.length < limit ? await found('task_words') : newest;
    const cards = rows.map(cardFromRow);
    return { cards, names: await namesOf(desk.pool, cards.flatMap(({ heldBy }) => heldBy ?? [])) };
  },
});

/** A word that most tasks have is found here: to look for it among all, and sort them, takes fifty times as long with a hundred thousand. */
const NEWEST = '(select task_id, words from task_words order by task_id desc limit 300)';

/** Newest first: an id begins with the time of its task (UUID version 7). */
const FOUND = (among: string): string =>
  `select ${CARD_COLUMNS}
   from (select task_id from ${among} as known where words @@ to_tsquery('simple', $1) order by task_id desc) as found
   join tasks on id = task_id where queue_id = any($2::text[]) order by task_id desc limit $3`;

/** Letters, digits and what stands inside addresses; nothing that means something to the search language. */
const wordsOf = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}@._+-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 10);
