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
