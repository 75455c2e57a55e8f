-- What was closed in a span of days: how much of the work was ticked before the closing step.
create index tasks_closed on tasks (queue_id, closed_at) where status = 'closed';
