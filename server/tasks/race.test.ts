import type { Actor } from '@firstline/domain/desk/role.ts';
import { claiming } from '@firstline/domain/tasks/rules/index.ts';
import { manyTasks, taskId } from '@firstline/testing/many-tasks.ts';
import { openDesk, type TestDesk } from '@firstline/testing/open-desk.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimTask } from './commands/claim-task.ts';

const TASKS = 2000;
const CLAIMERS = 32;

let desk: TestDesk;
let queueId: string;
beforeEach(async () => {
  desk = await openDesk();
  queueId = await desk.queue();
});
afterEach(() => desk.close());

const agent = (id: string): Actor => ({ id, name: id, initials: 'A', roles: ['agent'], queueIds: [queueId] });

type Holding = { id: string; held_by: string };
const held = async (): Promise<Holding[]> =>
  (await desk.pool.query<Holding>(`select id, held_by from tasks where status = 'held' order by id`)).rows;

test('R-044 R2 Of 2,000 tasks under 32 claimers each gets exactly one holder, and nobody holds two', async () => {
  await manyTasks(desk.pool, { queueId, to: TASKS });
  const free = Array.from({ length: TASKS }, (_, n) => taskId(n + 1));
  const winners = new Map<string, string[]>();
  let lost = 0;

  // Two and more chairs look at each of the first tasks; whoever wins goes home and a fresh colleague takes the chair.
  const claimer = async (chair: number): Promise<void> => {
    const seen = () => free[chair % (CLAIMERS / 2)] ?? free[0];
    let colleague = 1;
    for (let task = seen(); task; task = seen()) {
      const by = agent(`chair-${chair}-${colleague}`);
      const { status } = await desk.ask(claimTask, { taskId: task }, by);
      if (status === 200) {
        winners.set(task, [...(winners.get(task) ?? []), by.id]);
        colleague += 1;
      } else lost += 1;
      if (free.includes(task)) free.splice(free.indexOf(task), 1);
    }
  };
  await Promise.all(Array.from({ length: CLAIMERS }, (_, chair) => claimer(chair)));

  expect(lost, 'claims that met a colleague').toBeGreaterThan(TASKS / 2);
  expect(winners.size).toBe(TASKS);
  expect([...winners.values()].filter((all) => all.length !== 1)).toEqual([]);
  const rows = await held();
  expect(rows.map(({ id, held_by }) => [id, held_by])).toEqual([...winners].map(([id, [by]]) => [id, by]).sort());
  expect(new Set(rows.map(({ held_by }) => held_by)).size).toBe(TASKS);
  await desk.settle();
  const { rows: told } = await desk.pool.query(`select subject_id from journal where type = 'task.claimed'`);
  expect(told).toHaveLength(TASKS);
}, 180_000);

describe('with the rules taken away, the schema alone', () => {
  const unruled = (...names: string[]) => ({ ...claimTask, rules: claiming.filter(({ name }) => !names.includes(name)) });

  test('R-044 R2 refuses a task its second holder', async () => {
    await manyTasks(desk.pool, { queueId, to: 1 });
    const greedy = unruled('task-is-free');
    await desk.done(greedy, { taskId: taskId(1) }, agent('ana'));
    expect(await desk.ask(greedy, { taskId: taskId(1) }, agent('ben'))).not.toMatchObject({ status: 200 });
    expect(await held()).toEqual([{ id: taskId(1), held_by: 'ana' }]);
  });

  test('R-035 R2 refuses an agent their second task', async () => {
    await manyTasks(desk.pool, { queueId, to: 2 });
    const greedy = unruled('one-task-at-a-time');
    await desk.done(greedy, { taskId: taskId(1) }, agent('ana'));
    expect(await desk.ask(greedy, { taskId: taskId(2) }, agent('ana'))).not.toMatchObject({ status: 200 });
    expect(await held()).toEqual([{ id: taskId(1), held_by: 'ana' }]);
  });

  test('R-035 R2 lets one of two claims through that an agent makes at once', async () => {
    await manyTasks(desk.pool, { queueId, to: 2 });
    const greedy = unruled('one-task-at-a-time');
    const both = [1, 2].map((n) => desk.ask(greedy, { taskId: taskId(n) }, agent('ana')));
    expect((await Promise.all(both)).filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await held()).toHaveLength(1);
  });
});
