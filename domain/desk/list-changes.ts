import { isSame, type ListItem } from './list-item.ts';

/** How two states of a list differ, by what its entries are called. */
export type ListChanges = {
  added: string[];
  removed: string[];
  retired: string[];
  offeredAgain: string[];
  changed: { label: string; fields: { name: string; from: unknown; to: unknown }[] }[];
  /** What stayed stands in another order. */
  moved: boolean;
};

export const listChanges = (before: readonly ListItem[], after: readonly ListItem[]): ListChanges => {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Map(after.map((item) => [item.id, item]));
  const labels = (items: readonly ListItem[]) => items.map(({ label }) => label);
  const stayed = after.filter(({ id }) => was.has(id));
  const changed = stayed.map((item) => ({ label: was.get(item.id)?.label ?? item.label, fields: fieldsThatDiffer(was.get(item.id) ?? item, item) }));
  return {
    added: labels(after.filter(({ id }) => !was.has(id))),
    removed: labels(before.filter(({ id }) => !is.has(id))),
    retired: labels(stayed.filter(({ id, retired }) => retired && !was.get(id)?.retired)),
    offeredAgain: labels(stayed.filter(({ id, retired }) => !retired && was.get(id)?.retired)),
    changed: changed.filter(({ fields }) => fields.length > 0),
    moved: stayed.map(({ id }) => id).join() !== before.filter(({ id }) => is.has(id)).map(({ id }) => id).join(),
  };
};

const OWN = new Set(['id', 'retired']);

const fieldsThatDiffer = (one: ListItem, other: ListItem): { name: string; from: unknown; to: unknown }[] => {
  const [from, to] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((name) => !OWN.has(name));
  return names.filter((name) => !isSame(from[name], to[name])).map((name) => ({ name, from: from[name], to: to[name] }));
};
