-- Open tasks on their way to the places that changed ranks give them. One row, the newest run. They are walked by the index
-- of open threads, so nothing closed is read.
create table rerankings (
  id text primary key,
  version integer not null,
  house_version integer not null,
  total integer not null,
  done integer not null,
  up_to text not null,
  started_at timestamptz not null,
  finished_at timestamptz
);
