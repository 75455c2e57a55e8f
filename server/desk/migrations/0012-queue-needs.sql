-- How the work of a queue is treated, and what its people can do.
alter table queues add column criticality text;
alter table queues add column skills text[] not null default '{}';
alter table queues add column answer_minutes integer;
alter table people add column skills text[] not null default '{}';
