alter table own_desks add column single_keys boolean not null default true;

-- What a person looked at last in the queue. No history: only the newest counts.
create table last_views (
  person_id text primary key,
  view jsonb not null
);
