create table customers (
  id text primary key,
  version integer not null,
  name text,
  emails text[] not null,
  phones text[] not null,
  address text,
  prefers text,
  met_at timestamptz not null
);

-- Who somebody is by what they contact us with. One address belongs to one customer, also when two of their mails come at once.
create table customer_identities (
  kind text not null check (kind in ('email', 'phone')),
  value text not null,
  customer_id text not null references customers (id),
  primary key (kind, value)
);
create index customer_identities_customer on customer_identities (customer_id);
