-- Tables of better-auth, under our names, made by our migrations. Its users are the people who may sign in: nobody else exists for it.
create view auth_users as
  select id, name, lower(email) as email, true as email_verified, null::text as image,
    'epoch'::timestamptz as created_at, 'epoch'::timestamptz as updated_at
  from people where status = 'active';

create table auth_sessions (
  id text primary key,
  user_id text not null references people (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  created_at timestamptz not null default desk_now(),
  updated_at timestamptz not null,
  ip_address text,
  user_agent text
);
create index auth_sessions_user on auth_sessions (user_id);
create index auth_sessions_expires on auth_sessions (expires_at);

create table auth_accounts (
  id text primary key,
  user_id text not null references people (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default desk_now(),
  updated_at timestamptz not null default desk_now(),
  unique (provider_id, account_id)
);
create index auth_accounts_user on auth_accounts (user_id);

-- Signs the cookies; the same for all nodes.
create table sign_in_secret (
  one boolean primary key default true check (one),
  secret text not null
);

-- Counted before a password is looked at, so that guessing is slow.
create table sign_in_tries (
  key text primary key,
  tries integer not null,
  since timestamptz not null
);

-- One-time links: one for each person, a new one ends the older. `founds` makes the first administrator.
create table invites (
  token_hash text primary key,
  person_id text not null unique,
  founds boolean not null default false,
  expires_at timestamptz not null,
  used_at timestamptz
);
create unique index invites_founding on invites (founds) where founds;
