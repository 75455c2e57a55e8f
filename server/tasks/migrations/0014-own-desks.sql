-- What people arranged for themselves.
create table own_desks (
  id text primary key,
  version integer not null,
  views jsonb not null,
  notices jsonb not null,
  first_screen text not null
);

-- Mails that tell people of new tasks: one to each for each task.
create table notices (
  id text primary key,
  version integer not null,
  person_id text not null,
  task_id text not null references tasks (id),
  state text not null,
  cause text,
  at timestamptz not null,
  unique (task_id, person_id)
);

-- The history of contacts is read by queue, newest first.
create index conversations_of_queue on conversations (queue_id, opened_at desc, id desc);
