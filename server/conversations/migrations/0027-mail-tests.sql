create table mail_tests (
  id text primary key,
  version integer not null,
  "to" text not null,
  state text not null,
  cause text,
  by text not null,
  at timestamptz not null,
  settled_at timestamptz
);
create index mail_tests_at on mail_tests (at);
