-- When a customer is to have a first answer, and what became of it.
alter table tasks add column answer_due_at timestamptz;
alter table tasks add column answered_at timestamptz;
alter table tasks add column answer_mark text;
create index tasks_by_answer on tasks (queue_id, status, answer_due_at, id)
  where status in ('waiting', 'escalated') and answer_due_at is not null;
create index tasks_of_type_by_answer on tasks (queue_id, status, task_type, answer_due_at, id)
  where status in ('waiting', 'escalated') and answer_due_at is not null;
