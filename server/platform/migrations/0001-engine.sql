-- The one clock that decides. Tests replace it to move time.
create function desk_now() returns timestamptz language sql stable as 'select clock_timestamp()';

-- Ends the statement when a subject moved since it was read; the command is then asked again.
create function desk_must(ok boolean) returns boolean language plpgsql as $$
begin
  if ok then return true; end if;
  raise exception 'a subject moved since it was read' using errcode = 'FL001';
end $$;

-- Committed events that have no number yet. Small: the sealer empties it every few milliseconds.
create table journal_inbox (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  subject text not null,
  subject_id text not null,
  version integer not null,
  type text not null,
  by text not null,
  command_id text not null,
  audience text[] not null,
  outline text[] not null,
  body jsonb not null,
  personal jsonb,
  salt text
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index journal_inbox_subject on journal_inbox (subject_id);

-- What happened, numbered without gaps and chained. Only the personal column and its salt are ever emptied.
create table journal (
  seq bigint primary key,
  at timestamptz not null,
  subject text not null,
  subject_id text not null,
  version integer not null,
  type text not null,
  by text not null,
  command_id text not null,
  audience text[] not null,
  outline text[] not null,
  body jsonb not null,
  personal jsonb,
  salt text,
  digest text,
  hash text not null,
  unique (subject_id, version, subject)
);
create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.personal is null and new.salt is null
     and (to_jsonb(new) - 'personal' - 'salt') = (to_jsonb(old) - 'personal' - 'salt') then
    return new;
  end if;
  raise exception 'the journal is append-only';
end $$;
create trigger journal_append_only before update or delete on journal
  for each row execute function journal_is_append_only();
create trigger journal_never_emptied before truncate on journal
  for each statement execute function journal_is_append_only();

-- Answers by the asker's own key, so that asking twice is asking once.
create table commands (
  id text primary key,
  fingerprint text not null,
  status smallint not null,
  answer text not null,
  at timestamptz not null
);
create index commands_at on commands (at);

-- Everything that is due: timers, reactions, effects.
create table jobs (
  key text primary key,
  name text not null,
  input jsonb not null,
  due_at timestamptz not null,
  -- When it first fell due: with the key it names one asking, however often that is tried.
  since timestamptz not null,
  attempts integer not null default 0,
  trouble text
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index jobs_due on jobs (due_at);

-- Badge numbers, kept by the sealer.
create table counters (
  topic text not null,
  name text not null,
  n bigint not null default 0,
  primary key (topic, name)
);
