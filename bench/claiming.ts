import type { Actor } from '@firstline/domain/desk/role.ts';
import type { Desk } from '@firstline/server/platform/desk.ts';
import { taskId } from '@firstline/testing/many-tasks.ts';
import { randomUUID } from 'node:crypto';
import { chance } from '@firstline/situations/played/chance.ts';

export type Claimed = {
  won: number;
  lost: number;
  seconds: number;
  /** Milliseconds from asking to the answer, of the claims that won. */
  took: number[];
};

export type Claiming = {
  claimers: number;
  seconds: number;
  /** The share of claims that aim at a task which somebody else is just claiming. */
  overlap: number;
  seed: number;
};

/**
 * Claimers take tasks from the head of one shared list, by the desk's own command. Whoever wins makes room for a
 * colleague, because nobody holds two.
 */
export const claimFor = async (desk: Desk, agents: readonly Actor[], { claimers, seconds, overlap, seed }: Claiming): Promise<Claimed> => {
  const claim = desk.parts.commands.find(({ spec }) => spec.name === 'tasks.claim');
  if (!claim) throw new Error('There is no tasks.claim.');
  const next = chance(seed);
  const aimedAt: string[] = [];
  const took: number[] = [];
  let task = 0;
  let agent = 0;
  let lost = 0;
  const began = performance.now();
  const until = began + seconds * 1000;

  const claimer = async (): Promise<void> => {
    let by = agents[agent++];
    while (by && performance.now() < until && task < agents.length) {
      const shared = next() < overlap ? aimedAt.at(-1) : undefined;
      const target = shared ?? taskId(++task);
      if (!shared) aimedAt.push(target);
      const asked = performance.now();
      const { status } = await desk.run(claim, { taskId: target }, by, { commandId: randomUUID() });
      if (!shared) aimedAt.splice(aimedAt.indexOf(target), 1);
      if (status === 200) {
        took.push(performance.now() - asked);
        by = agents[agent++];
      } else if (status === 422) lost += 1;
      else throw new Error(`A claim was answered ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: claimers }, claimer));
  if (task >= agents.length) throw new Error('The tasks ran out before the time.');

  const { rows } = await desk.pool.query<{ held: number; holders: number }>(
    `select count(*) as held, count(distinct held_by) as holders from tasks where status = 'held'`,
  );
  if (rows[0]?.held !== took.length || rows[0].holders !== took.length)
    throw new Error(`${took.length} claims were answered yes, but ${JSON.stringify(rows[0])} is so.`);
  return { won: took.length, lost, seconds: (performance.now() - began) / 1000, took };
};
