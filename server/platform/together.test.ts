import type { Pool } from 'pg';
import { expect, test } from 'vitest';
import { openLamps, system, hang } from '@firstline/testing/lamps.ts';
import { askTogether, type Question } from './together.ts';

const QUESTION: Question = { sql: 'select id, n from things where id = any ($1)', by: 'id' };

/** A database that answers when it is told to, and remembers what each statement asked for. */
const slowly = () => {
  const asked: string[][] = [];
  const answers: (() => void)[] = [];
  const query = ({ values: [keys] }: { values: [string[]] }) => {
    asked.push(keys);
    return new Promise((answer) => answers.push(() => answer({ rows: keys.map((id) => ({ id, n: id.length })) })));
  };
  return { pool: { query } as unknown as Pool, asked, answerNext: () => answers.shift()?.() };
};

const turn = () => new Promise((next) => setImmediate(next));

test('those who ask in the same moment are answered by one statement, each with their own', async () => {
  const { pool, asked, answerNext } = slowly();
  const answers = Promise.all(['a', 'bb', 'a'].map((key) => askTogether(pool, QUESTION, key)));
  await turn();
  expect(asked).toEqual([['a', 'bb']]);
  answerNext();
  expect(await answers).toEqual([[{ id: 'a', n: 1 }], [{ id: 'bb', n: 2 }], [{ id: 'a', n: 1 }]]);
});

test('two statements are on their way at most; who asks meanwhile goes with the next, never with one that left before', async () => {
  const { pool, asked, answerNext } = slowly();
  for (const key of ['a', 'b', 'a', 'c']) {
    void askTogether(pool, QUESTION, key);
    await turn();
  }
  expect(asked).toEqual([['a'], ['b']]);
  answerNext();
  await turn();
  expect(asked).toEqual([['a'], ['b'], ['a', 'c']]);
});

test('a key that the database refuses is the trouble of nobody else', async () => {
  const { desk, pool, close } = await openLamps();
  try {
    await desk.run(hang, { lampId: 'a' }, system, { commandId: 'hang a' });
    const lamps: Question = { sql: 'select id from lamps where id = any ($1)', by: 'id' };
    const [mine, hostile, absent] = await Promise.allSettled(['a', 'a\0', 'b'].map((key) => askTogether(pool, lamps, key)));
    expect(mine).toEqual({ status: 'fulfilled', value: [{ id: 'a' }] });
    expect(hostile).toMatchObject({ status: 'rejected', reason: { code: '22021' } });
    expect(absent).toEqual({ status: 'fulfilled', value: [] });
  } finally {
    await close();
  }
});

test('a lost connection is asked past once', async () => {
  let lost = true;
  const pool = {
    query: ({ values: [keys] }: { values: [string[]] }) => {
      if (keys.length > 1 && lost) return Promise.reject(new Error('Connection terminated unexpectedly'));
      lost = false;
      return Promise.resolve({ rows: keys.map((id) => ({ id })) });
    },
  } as unknown as Pool;
  expect(await Promise.all(['a', 'b'].map((key) => askTogether(pool, QUESTION, key)))).toEqual([[{ id: 'a' }], [{ id: 'b' }]]);
});
