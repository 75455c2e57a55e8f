import type { Client } from 'pg';

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** All tables; a partitioned one stands for its parts. */
export const tablesOf = (client: Client) =>
  names(client, `
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    order by 1`);

/** The columns that hold something; computed ones are computed again. */
export const columnsOf = (client: Client, table: string) =>
  names(client, `
    select attname as name from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`, [quoted(table)]);

export const sequencesOf = async (client: Client) => {
  const found = [];
  for (const name of await names(client, `select sequencename as name from pg_sequences where schemaname = 'public' order by 1`)) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(name)}`,
    );
    found.push({ name, value: rows[0]?.value ?? '1', called: rows[0]?.called ?? false });
  }
  return found;
};

/** What would object to rows that come in any order: foreign keys are made anew afterwards, which checks them all. */
export const foreignKeysOf = (client: Client) =>
  statements(client, `
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as before,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as after
    from pg_constraint
    where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace
    order by conrelid, conname`);

/** Triggers have done their work on these rows already, and some of them guard against just this. */
export const triggersOf = (client: Client) =>
  statements(client, `
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as before,
      format('alter table %s enable %s trigger %I', tgrelid::regclass, case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as after
    from pg_trigger join pg_class on pg_class.oid = tgrelid
    where not tgisinternal and tgenabled <> 'D' and tgparentid = 0 and relnamespace = 'public'::regnamespace
    order by tgrelid, tgname`);

const names = async (client: Client, sql: string, values: string[] = []) =>
  (await client.query<{ name: string }>(sql, values)).rows.map(({ name }) => name);

const statements = async (client: Client, sql: string) =>
  (await client.query<{ before: string; after: string }>(sql)).rows;
