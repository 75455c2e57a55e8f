-- How critical a task is goes before its kind, in the one number that pages are sorted by.
alter table tasks add column criticality text not null default 'normal';
update tasks set rank = rank + 300000;
