-- Who may read a thread is asked by its tasks, closed ones too.
create index tasks_conversation on tasks (conversation_id);
