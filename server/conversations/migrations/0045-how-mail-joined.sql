-- By what a mail joined its thread: by naming a mail of ours, or by its sender's address alone.
alter table messages add column joined_by text;
