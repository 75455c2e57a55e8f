import type { DeskEvent, Recorded } from '@firstline/domain/event.ts';

/** A piece of SQL with its own parameters, written `?` in order. */
export type Fragment = { sql: string; values: unknown[] };

/** Where one kind of subject is kept, and how it changes. */
export type Store<State extends Subject = Subject, Event extends DeskEvent = DeskEvent> = {
  /** First word of its events: `task` for `task.claimed`. */
  kind: string;
  table: string;
  /** Field → SQL type. The column is the field in snake_case. */
  columns: Record<string, 'text' | 'text[]' | 'integer' | 'boolean' | 'timestamptz' | 'jsonb'>;
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

/** The row as facts: empty columns are absent fields. */
export const fromRow = <State>(store: AnyStore, row: Record<string, unknown>): State => {
  const state: Record<string, unknown> = {};
  for (const field of Object.keys(store.columns)) {
    const value = row[snake(field)];
    if (value !== null && value !== undefined) state[field] = value;
  }
  return state as State;
};

const parameter = (type: string, value: unknown): unknown =>
  value === undefined ? null : type === 'jsonb' ? JSON.stringify(value) : value;

export const insertOf = (store: AnyStore, state: Subject): Fragment => {
  const fields = Object.entries(store.columns);
  return {
    sql: `insert into ${store.table} (${columnList(store).join(', ')}) values (${fields.map(([, type]) => `?::${type}`).join(', ')}) returning 1`,
    values: fields.map(([field, type]) => parameter(type, state[field as keyof Subject])),
  };
};

/** Writes what changed, if the row is still as it was read. Columns that are left alone cost no foreign key a look. */
export const updateOf = (store: AnyStore, state: Subject, before: Subject): Fragment => {
  const fields = Object.entries(store.columns).filter(([field]) => state[field as keyof Subject] !== before[field as keyof Subject]);
  return {
    sql: `update ${store.table} set ${fields.map(([field, type]) => `${column(field)} = ?::${type}`).join(', ')} where id = ? and version = ? returning 1`,
    values: [...fields.map(([field, type]) => parameter(type, state[field as keyof Subject])), state.id, before.version],
  };
};

/** Holds a row that was only read to the version it was read at. */
export const guardOf = (store: AnyStore, id: string, readVersion: number): Fragment => ({
  sql: `select 1 from ${store.table} where id = ? and version = ? for share`,
  values: [id, readVersion],
});
