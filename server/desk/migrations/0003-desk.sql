create table people (
  id text primary key,
  version integer not null,
  name text not null,
  email text not null,
  initials text not null,
  roles text[] not null,
  queue_ids text[] not null,
  status text not null
);
create unique index people_email on people (lower(email));
-- Whoever left keeps their initials in old emails; a new colleague may have the same.
create unique index people_initials on people (lower(initials)) where status = 'active';

create table queues (
  id text primary key,
  version integer not null,
  name text not null,
  address text,
  status text not null
);
create unique index queues_name on queues (lower(name));
create unique index queues_address on queues (lower(address));

-- One row: the settings of the installation.
create table houses (
  id text primary key,
  version integer not null,
  levels jsonb not null,
  queue_levels jsonb not null,
  numbers jsonb not null
);
