-- What was given to the customer on a task: money back, a lower price, a promise.
alter table tasks add column grants jsonb;
