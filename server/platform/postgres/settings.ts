/** Given on every start and not kept in a file, so that an update of the application reaches an old database too. */
export const serverSettings = (sockets: string, fast: boolean) =>
  Object.entries({ ...everywhere, ...(fast ? forTests : {}), unix_socket_directories: sockets })
    .flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const everywhere = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: '5432',
  max_connections: '100',
  // Containers give 64 MB of /dev/shm, which parallel queries overrun; a desk's queries are small.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log is for whoever runs the machine: statements and row values in it would be customers' data.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  // Apple's fsync returns before the disk has written.
  ...(process.platform === 'darwin' ? { wal_sync_method: 'fsync_writethrough' } : {}),
};

const forTests = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '300',
};
