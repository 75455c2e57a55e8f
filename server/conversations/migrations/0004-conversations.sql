create table conversations (
  id text primary key,
  version integer not null,
  customer_id text not null references customers (id),
  queue_id text not null,
  channel text not null,
  subject text not null,
  address text not null,
  ours text not null,
  status text not null,
  opened_at timestamptz not null
);
create index conversations_customer on conversations (customer_id, opened_at);

create table messages (
  id text primary key,
  version integer not null,
  conversation_id text not null references conversations (id),
  direction text not null,
  channel text not null,
  "from" text not null,
  from_name text,
  "to" text not null,
  subject text not null,
  text text not null,
  rfc_id text not null,
  answers text,
  state text not null,
  cause text,
  by text not null,
  at timestamptz not null,
  settled_at timestamptz
);
create index messages_conversation on messages (conversation_id, at, id);
create index messages_rfc_id on messages (rfc_id);
-- The same mail delivered again is one message. Some programs give all their mails one Message-ID, so the content counts as well.
create unique index messages_received_once
  on messages (rfc_id, hashtextextended("from" || E'\n' || subject || E'\n' || text, 0)) where direction = 'in';

create table attempts (
  id text primary key,
  version integer not null,
  conversation_id text not null references conversations (id),
  channel text not null,
  address text not null,
  result text not null,
  remark text,
  by text not null,
  at timestamptz not null
);
create index attempts_conversation on attempts (conversation_id, at, id);

-- Mails whose text is on its way to the mail server, or was when something broke.
create table mail_hand_overs (
  message_id text primary key references messages (id),
  at timestamptz not null
);
