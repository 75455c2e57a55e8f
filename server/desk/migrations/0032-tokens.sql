-- What lets programs in.
create table tokens (
  id text primary key,
  version integer not null,
  name text not null,
  roles text[] not null,
  queue_ids text[] not null,
  "only" text[] not null,
  made_by text not null,
  made_at timestamptz not null,
  status text not null
);
-- Of the secret itself only the hash is kept. Apart from the token, because its last use is no history.
create table token_secrets (
  token_id text primary key,
  token_hash text not null unique,
  last_used_at timestamptz
);
