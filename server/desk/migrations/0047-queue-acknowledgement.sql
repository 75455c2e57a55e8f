-- What a queue answers at once to whoever writes to it; nothing as long as it is empty.
alter table queues add column acknowledgement text;
