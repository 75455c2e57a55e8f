-- A task changes often and its words never: they stand beside it, so that a claim touches no index of words.
create table task_words (
  task_id text primary key,
  words tsvector not null
);
insert into task_words (task_id, words) select id, words from tasks;
create index task_words_words on task_words using gin (words) with (fastupdate = on);
alter table tasks drop column words;

-- Tasks are never taken away, and whoever writes these rows holds the task in hand: nothing to look up.
alter table task_holds drop constraint task_holds_task_id_fkey;
alter table task_activity drop constraint task_activity_task_id_fkey;
