-- The journal is read back by who did it, by when, and by which rule stopped or warned.
create index journal_by on journal (by, seq);
create index journal_at on journal (at);
create index journal_judged on journal (seq) where subject in ('refusal', 'acknowledgement');
