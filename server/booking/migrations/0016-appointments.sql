create table appointments (
  id text primary key,
  version integer not null,
  task_id text not null,
  starts_at timestamptz not null,
  minutes integer not null,
  "where" text not null,
  what text not null,
  with_whom text,
  status text not null check (status in ('booked', 'cancelled')),
  "by" text not null,
  at timestamptz not null
);
create index appointments_of_task on appointments (task_id, starts_at, id);

-- How a task ended: what solved it or comes next, whether the customer confirmed it, and how long after the last contact.
alter table tasks add column ending jsonb;
