import { houseRules, type House, type HouseEvent } from '../house.ts';
import { isSame, type ListItem } from '../list-item.ts';
import type { ListName, Lists } from '../lists.ts';
import type { Policy } from '../../policy.ts';
import type { Level } from '../../rule.ts';
import type { Profile } from './profile.ts';

/** One difference between what holds and what a profile says. */
export type Change =
  | { kind: 'level'; rule: string; from?: Level; to: Level }
  | { kind: 'number'; name: keyof Policy; from: number; to: number }
  | { kind: 'list'; name: ListName; added: string[]; removed: string[]; retired: string[]; items: ListItem[] }
  | { kind: 'queue'; name: string };

/** What applying a profile would change now. Entries that something is marked with are retired rather than removed. */
export const changesOf = (house: House | undefined, queueNames: readonly string[], inUse: (name: ListName, id: string) => boolean, profile: Profile): Change[] => {
  const known = houseRules(house);
  const names = new Set(queueNames.map((name) => name.trim().toLowerCase()));
  return [
    ...entriesOf(profile.levels).flatMap(([rule, to]): Change[] => (to && known.levels[rule] !== to ? [{ kind: 'level', rule, from: known.levels[rule], to }] : [])),
    ...entriesOf(profile.numbers).flatMap(([name, to]): Change[] => (to !== undefined && known.policy[name] !== to ? [{ kind: 'number', name, from: known.policy[name], to }] : [])),
    ...entriesOf(profile.lists).flatMap(([name, items]) => listChange(name, known.lists[name], items ?? [], inUse)),
    ...profile.queues.filter((name) => !names.has(name.toLowerCase())).map((name): Change => ({ kind: 'queue', name })),
  ];
};

const listChange = (name: ListName, known: readonly ListItem[], wanted: readonly ListItem[], inUse: (name: ListName, id: string) => boolean): Change[] => {
  const gone = known.filter(({ id }) => wanted.every((item) => item.id !== id));
  const kept = gone.filter(({ id }) => inUse(name, id)).map((item) => ({ ...item, retired: true }));
  const items = [...wanted, ...kept];
  if (isSame(items, known)) return [];
  const labels = (some: readonly ListItem[]) => some.map(({ label }) => label);
  const added = wanted.filter(({ id }) => known.every((item) => item.id !== id));
  return [{ kind: 'list', name, added: labels(added), removed: labels(gone.filter((item) => kept.every(({ id }) => id !== item.id))), retired: labels(kept), items }];
};

/** The changes of settings as what then has happened; queues are opened beside them. */
export const eventsOf = (changes: readonly Change[]): HouseEvent[] =>
  changes.flatMap((change): HouseEvent[] => {
    if (change.kind === 'level') return [{ type: 'house.levelSet', houseId: 'house', rule: change.rule, level: change.to }];
    if (change.kind === 'number') return [{ type: 'house.numberSet', houseId: 'house', name: change.name, value: change.to }];
    // The shape of each list's entries was judged when the profile was written.
    if (change.kind === 'list') return [{ type: 'house.listSet', houseId: 'house', name: change.name, items: change.items as Lists[ListName] }];
    return [];
  });

const entriesOf = <Known extends object>(known: Known): [keyof Known & string, Known[keyof Known]][] => Object.entries(known) as [keyof Known & string, Known[keyof Known]][];
