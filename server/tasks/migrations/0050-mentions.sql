-- Whom notes call upon, task by task, until they have looked. The journal tells of each call; this finds those still open.
create table mentions (
  person_id text not null,
  task_id text not null,
  by text not null,
  at timestamptz not null,
  primary key (person_id, task_id)
);
