-- The team a task was escalated to, and when its customer should have heard from it.
alter table tasks add column team_id text, add column answer_by timestamptz;
