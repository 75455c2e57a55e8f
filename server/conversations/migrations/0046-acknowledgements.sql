-- Mails that went out by themselves to say that a mail came in. The n-th to an address is one row, so that of many at the
-- same moment each counts those before it.
create table acknowledgements (
  address text not null,
  nth integer not null,
  ours text not null,
  at timestamptz not null,
  primary key (address, nth)
);
create index acknowledgements_newest on acknowledgements (address, at desc);
