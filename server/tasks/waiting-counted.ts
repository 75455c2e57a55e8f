/** What waits, by queue and by kind in it, as the rows have it: the same names that the tally gives. */
export const waitingCounted = {
  topics: 'queue:',
  sql: `select 'queue:' || queue_id as topic, 'waiting' || coalesce(' ' || task_type, '') as name, count(*) as n
    from tasks where status = 'waiting' group by grouping sets ((queue_id), (queue_id, task_type))`,
};
