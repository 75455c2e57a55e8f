import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';
import { rowChanged, rowsInto, type ColumnType, type Fragment } from './fragment.ts';

/** Where one kind of subject is kept, and how it changes. */
export type Store<State extends Subject = Subject, Event extends DeskEvent = DeskEvent> = {
  /** First word of its events: `task` for `task.claimed`. */
  kind: string;
  table: string;
  /** Field → SQL type. The column is the field in snake_case. */
  columns: Record<string, ColumnType>;
  evolve: (state: State | undefined, event: Recorded<Event>) => State;
  idOf: (event: Event) => string;
  /** Which screens hear of it: `full` with the personal part, `outline` without. */
  audience: (state: State, event: Recorded<Event>) => { full: string[]; outline: string[] };
  /** Rows that follow from the state and stand elsewhere, such as a customer's addresses. */
  also?: (state: State, before: State | undefined) => Fragment[];
  /** Unique index → the rule it stands for. */
  guards?: Record<string, string>;
};

export type Subject = { id: string; version: number };

// A map of stores is a map of kinds with different states; inside the engine a state is only passed along.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyStore = Store<any, any>;
// oxlint-disable-next-line typescript/no-explicit-any
export type StoreOf<State extends Subject> = Store<State, any>;

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

// Quoted, because a message has a `from` and a `to`.
const column = (field: string): string => `"${snake(field)}"`;

export const columnList = (store: AnyStore): string[] => Object.keys(store.columns).map(column);

/** What is asked of a store again and again is put together once. */
type Known = { fields: [field: string, column: string][]; insert: ReturnType<typeof rowsInto>; updates: Map<string, ReturnType<typeof rowChanged>> };

const known = new WeakMap<AnyStore, Known>();

const knownOf = (store: AnyStore): Known => {
  let of = known.get(store);
  if (!of) {
    const fields = Object.keys(store.columns);
    const insert = rowsInto(store.table, typesOf(store, fields), 'returning 1');
    of = { fields: fields.map((field) => [field, snake(field)]), insert, updates: new Map() };
    known.set(store, of);
  }
  return of;
};

/** The row as facts: empty columns are absent fields. */
export const fromRow = <State>(store: AnyStore, row: Record<string, unknown>): State => {
  const state: Record<string, unknown> = {};
  for (const [field, name] of knownOf(store).fields) {
    const value = row[name];
    if (value !== null && value !== undefined) state[field] = value;
  }
  return state as State;
};

export const insertOf = (store: AnyStore, state: Subject): Fragment => {
  const { fields, insert } = knownOf(store);
  return insert(fields.map(([field]) => state[field as keyof Subject]));
};

/** Writes what changed, if the row is still as it was read. Columns that are left alone cost no foreign key a look. */
export const updateOf = (store: AnyStore, state: Subject, before: Subject): Fragment => {
  const { fields, updates } = knownOf(store);
  const changed = (fields as [keyof Subject, string][]).filter(([field]) => state[field] !== before[field]).map(([field]) => field);
  const which = changed.join();
  const update = updates.get(which) ?? rowChanged(store.table, typesOf(store, changed));
  updates.set(which, update);
  return update(changed.map((field) => state[field]), state.id, before.version);
};

const typesOf = (store: AnyStore, fields: readonly string[]): Record<string, ColumnType> =>
  Object.fromEntries(fields.map((field) => [column(field), store.columns[field] as ColumnType]));

/** Holds a row that was only read to the version it was read at. */
export const guardOf = (store: AnyStore, id: string, readVersion: number): Fragment => ({
  sql: `select 1 from ${store.table} where id = ? and version = ? for share`,
  values: [id, readVersion],
});
