-- A held task changes hands only by being let go first, so one event alone never does it. Whoever forgets to ask the rule
-- is told by the schema that somebody was quicker.
create function tasks_are_let_go_first() returns trigger language plpgsql as $$
begin
  raise exception 'a held task is let go before somebody else holds it'
    using errcode = 'unique_violation', constraint = 'tasks_one_holder', table = 'tasks';
end $$;
create trigger tasks_one_holder before update on tasks for each row
  when (old.status = 'held' and new.status = 'held' and old.held_by <> new.held_by and new.version <= old.version + 1)
  execute function tasks_are_let_go_first();
