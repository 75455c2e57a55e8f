-- Not everybody may take every kind of task, so what waits is counted by kind as well. From here on events say their kind;
-- those before it, sealed or not, are in the rows already.
insert into counters (topic, name, n)
select 'queue:' || queue_id, 'waiting ' || task_type, count(*) from tasks where status = 'waiting' group by 1, 2;
