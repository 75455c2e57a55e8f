/** One entry of a list that an installation may change. Whatever else it carries is its list's own matter. */
export type ListItem = {
  id: string;
  label: string;
  /** No longer offered; what was marked with it keeps it. */
  retired?: boolean;
};

/** The entries a person may choose now. */
export const offered = <Item extends ListItem>(items: readonly Item[]): Item[] => items.filter(({ retired }) => !retired);

/** What an id is called; an id that left the list speaks for itself. */
export const labelIn = (items: readonly ListItem[], id: string): string => items.find((item) => item.id === id)?.label ?? id;

/** What a field of an entry holds with commas between: words, or ids of another list. */
export const partsIn = (field = ''): string[] =>
  field
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Whether two lists, or fields of an entry, say the same. The database keeps the fields of an entry in an order of its own. */
export const isSame = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other);

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, field: unknown) => (field && typeof field === 'object' && !Array.isArray(field) ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1))) : field));
