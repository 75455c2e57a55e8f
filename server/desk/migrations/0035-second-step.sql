-- The second step of signing in. The secret is sealed with a key made from the sign-in secret; of backup codes only a keyed hash is kept.
create table second_steps (
  person_id text primary key references people (id) on delete cascade,
  secret text not null,
  confirmed boolean not null default false,
  -- The newest step of time whose code was used: it and all before open nothing more.
  last_step bigint not null default 0,
  wrong integer not null default 0,
  waits_until timestamptz
);
create table backup_codes (
  person_id text not null references second_steps (person_id) on delete cascade,
  code_hash text not null,
  primary key (person_id, code_hash)
);

-- Sign-ins whose password was right and whose second step is not done yet.
create table waiting_sign_ins (
  token_hash text primary key,
  person_id text not null references people (id) on delete cascade,
  tries integer not null default 0,
  expires_at timestamptz not null
);
create index waiting_sign_ins_person on waiting_sign_ins (person_id);
create index waiting_sign_ins_expires on waiting_sign_ins (expires_at);

-- Whether everybody signs in with a second step.
alter table houses add column second_step boolean not null default false;
