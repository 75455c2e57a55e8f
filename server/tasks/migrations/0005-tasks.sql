create table tasks (
  id text primary key,
  version integer not null,
  customer_id text not null references customers (id),
  conversation_id text not null references conversations (id),
  queue_id text not null references queues (id),
  task_type text not null,
  rank integer not null,
  channel text not null,
  subject text not null,
  customer_name text not null,
  status text not null check (status in ('waiting', 'held', 'escalated', 'closed')),
  held_by text,
  held_since timestamptz,
  slot integer,
  returns_at timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  close_reason text,
  summary jsonb not null,
  sub_tasks jsonb not null,
  notes jsonb not null,
  escalation jsonb,
  idle_returns integer not null,
  words tsvector generated always as (to_tsvector('simple'::regconfig, subject || ' ' || customer_name)) stored,
  -- A task is held by somebody, in one of their places, or by nobody at all.
  check ((status = 'held') = (held_by is not null and held_since is not null and slot is not null)),
  check ((status = 'closed') = (closed_at is not null and close_reason is not null))
);

-- What two people could break at the same moment also stands here.
create unique index tasks_one_per_place on tasks (held_by, slot) where status = 'held';
create unique index tasks_one_open_per_conversation on tasks (conversation_id) where status <> 'closed';

-- One index for each order and filter that a screen offers.
create index tasks_by_priority on tasks (queue_id, status, rank, opened_at, id) where status in ('waiting', 'escalated');
create index tasks_by_age on tasks (queue_id, status, opened_at, id) where status in ('waiting', 'escalated');
create index tasks_of_type_by_priority on tasks (queue_id, status, task_type, rank, opened_at, id) where status in ('waiting', 'escalated');
create index tasks_of_type_by_age on tasks (queue_id, status, task_type, opened_at, id) where status in ('waiting', 'escalated');
create index tasks_of_customer on tasks (customer_id, opened_at);
create index tasks_words on tasks using gin (words) with (fastupdate = on);

-- The newest sign of life of whoever holds the task. No history: gone with the hold.
create table task_activity (
  task_id text primary key references tasks (id),
  person_id text not null,
  at timestamptz not null
);

-- What is being written. Each person's own, so that nobody writes over anybody.
create table drafts (
  task_id text not null references tasks (id),
  kind text not null,
  person_id text not null,
  content jsonb not null,
  at timestamptz not null,
  primary key (task_id, kind, person_id)
);

-- Whom a task was held by, newest first: the way back to it.
create table task_holds (
  task_id text not null references tasks (id),
  person_id text not null,
  since timestamptz not null,
  primary key (person_id, task_id)
);
create index task_holds_recent on task_holds (person_id, since desc);
