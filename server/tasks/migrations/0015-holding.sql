-- A task waits for its customer, comes back to its agent first, and is let go or taken over.
alter table tasks
  add column parked_by text,
  add column parked_since timestamptz,
  add column parked_until timestamptz,
  add column reserved_for text,
  add column reserved_until timestamptz,
  add column came_back text,
  add column viewed jsonb,
  add column first_contact jsonb,
  add column protection jsonb,
  add column closing_asked timestamptz,
  add column closed_by text,
  drop constraint tasks_status_check,
  add constraint tasks_status_check check (status in ('waiting', 'held', 'parked', 'escalated', 'closed')),
  add constraint tasks_parked_check check ((status = 'parked') = (parked_by is not null and parked_until is not null));

create index tasks_parked on tasks (parked_by, parked_until) where status = 'parked';
create index tasks_reserved on tasks (reserved_for) where reserved_for is not null;

-- When its holder closed the browser: the next sign of life takes it away.
alter table task_activity add column left_at timestamptz;

-- How often each person was asked whether they are still there, and what came of it, by day.
create table idle_questions (
  person_id text not null,
  day date not null,
  shown integer not null default 0,
  answered integer not null default 0,
  ignored integer not null default 0,
  primary key (person_id, day)
);
