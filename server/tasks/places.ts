import { levelOf, type HouseRules } from '@firstline/domain/rule.ts';
import { oneTaskAtATime } from '@firstline/domain/tasks/rules/one-task-at-a-time.ts';
import type { Reader } from '../platform/reader.ts';
import { KEYS, type Question } from '../platform/together.ts';

export type HeldNow = { id: string; subject: string; slot: number };

/** What a person holds now, in the order of their places. */
export const heldNow = (read: Reader, personId: string): Promise<HeldNow[]> =>
  read.rowsOf<HeldNow>(HELD, personId);

const HELD: Question = {
  sql: `select held_by, id, subject, slot from tasks where held_by = any (${KEYS}) and status = 'held' order by slot`,
  by: 'held_by',
};

/** How many tasks one person may hold in this house. */
const mostHeld = ({ levels, policy }: HouseRules): number =>
  levelOf(oneTaskAtATime, levels) === 'enforced' ? policy.tasksPerAgent : Infinity;

/** Beyond the last place allowed there is no other: the schema then refuses what the rule let pass. */
export const freeSlot = (held: readonly Pick<HeldNow, 'slot'>[], house: HouseRules): number => {
  const taken = new Set(held.map(({ slot }) => slot));
  let slot = 1;
  while (taken.has(slot) && slot < mostHeld(house)) slot += 1;
  return slot;
};

/** Whether a person may be given a task without having asked for it. */
export const hasFreePlace = (held: readonly unknown[], { policy }: HouseRules): boolean => held.length < policy.tasksPerAgent;
