alter table customers
  add column accounts text[] not null default '{}',
  add column absorbed jsonb not null default '[]',
  add column merged_into text references customers (id);

alter table customer_identities drop constraint customer_identities_kind_check;
alter table customer_identities add check (kind in ('email', 'phone', 'account'));
update customer_identities set value = regexp_replace(value, '[^0-9+]', '', 'g') where kind = 'phone';

-- What a search finds a customer by. A number also stands backwards, because people remember how it ends.
create table customer_words (
  customer_id text primary key references customers (id),
  words tsvector not null
);
create index customer_words_words on customer_words using gin (words);
insert into customer_words (customer_id, words)
  select id, to_tsvector('simple'::regconfig, coalesce(name, '') || ' ' || array_to_string(emails, ' ') || ' ' || array_to_string(phones, ' ')) from customers;

-- Who looked at a record, and when: one line for five minutes of looking.
create table customer_openings (
  customer_id text not null references customers (id),
  person_id text not null,
  bucket bigint not null,
  at timestamptz not null,
  primary key (customer_id, person_id, bucket)
);
create index customer_openings_newest on customer_openings (customer_id, at desc);

-- Lines of a file that was read and not brought in yet. Gone a day later.
create table customer_import_lines (
  import_id text not null,
  line integer not null,
  details jsonb not null,
  read_at timestamptz not null,
  primary key (import_id, line)
);
create index customer_import_lines_read on customer_import_lines (read_at);

create table customer_imports (
  id text primary key,
  version integer not null,
  file_name text not null,
  started_by text not null,
  started_at timestamptz not null,
  lines integer not null,
  done integer not null,
  known integer not null,
  finished_at timestamptz
);
create index customer_imports_newest on customer_imports (started_at desc, id);
