-- Lists that differ from the shipped ones.
alter table houses add column lists jsonb not null default '{}';
