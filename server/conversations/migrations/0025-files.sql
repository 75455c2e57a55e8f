-- What was sent along. The object stands under a random key; a row that no message has taken is swept away after its time.
create table files (
  id text primary key,
  key text not null unique,
  name text not null,
  type text not null,
  bytes bigint not null,
  state text not null,
  -- Who put it there, and for which task; both empty for what came with a mail.
  uploaded_by text,
  task_id text,
  message_id text references messages (id),
  at timestamptz not null
);
create index files_message on files (message_id);
create index files_unattached on files (at) where message_id is null;
create index files_uploaded on files (uploaded_by) where message_id is null;

alter table messages
  add column files jsonb,
  add column html text,
  add column machine text,
  add column sender text;
