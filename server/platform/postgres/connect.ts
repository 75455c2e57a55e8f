import { DatabaseError, Pool, type PoolClient } from 'pg';
import { columnReaders } from './column-readers.ts';
import { NotPossible } from './not-possible.ts';

export type ConnectOptions = { size: number; applicationName: string };

/**
 * A pool whose connections give up instead of hanging: statements after 15 s, locks after 2 s, idle transactions after 10 s.
 * A pooler in transaction mode takes no `options`: end the url with `?options=` and set the three on the role instead.
 */
export const connect = (url: string, { size, applicationName }: ConnectOptions): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: size,
    application_name: applicationName,
    options: Object.entries(limits).map(([name, value]) => `-c ${name}=${value}`).join(' '),
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    types: columnReaders,
  });
  pool.on('error', () => {}); // an idle connection was lost: the next query opens another
  // One that is lost between two questions of a transaction belongs to no query and not to the pool: the next question fails.
  pool.on('connect', (client) => void client.on('error', () => {}));
  keepWhatIsWell(pool);
  return pool;
};

/** What is refused for what it wanted: our own guards, values, the schema's guards, races, locks. The connection is as well as before. */
const REFUSAL = /^(FL|22|23|40|55)/;

/**
 * The library ends a connection on which anything was refused: each lost race for a task would cost a new one, and all that
 * is planned on it. After any other error that is right: a plan from before the tables changed goes with its connection.
 */
const keepWhatIsWell = (pool: Pool): void => {
  const query = async (...asked: Parameters<PoolClient['query']>): Promise<unknown> => {
    const client = await pool.connect();
    try {
      const answer = await (client.query(...asked) as unknown as Promise<unknown>);
      client.release();
      return answer;
    } catch (error) {
      client.release(!(error instanceof DatabaseError && REFUSAL.test(error.code ?? '')));
      throw error;
    }
  };
  pool.query = query as typeof pool.query;
};

const limits = {
  statement_timeout: '15s',
  lock_timeout: '2s',
  idle_in_transaction_session_timeout: '10s',
  timezone: 'UTC',
};

/** Refuses a server that would lose saved work in a power cut, or hang the desk, and names all its faults. */
export const assertSafeServer = async (pool: Pool, { allowUnsafe = false } = {}) => {
  const { rows } = await pool.query<Asked>(ASK);
  const faults = faultsOf(rows[0] as Asked, allowUnsafe);
  if (faults.length === 0) return;
  throw new NotPossible(`This PostgreSQL server cannot keep the desk:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
};

const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;
const LIMITS = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'] as const;
const SETTINGS = ['server_version', 'server_version_num', 'server_encoding', ...DURABLE, ...LIMITS] as const;

type Asked = Record<(typeof SETTINGS)[number], string>;

const ASK = `select ${SETTINGS.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`;

export const faultsOf = (server: Asked, allowUnsafe = false) => [
  ...(Number(server.server_version_num) < 150_000
    ? [`It is PostgreSQL ${server.server_version}; 15 is the oldest that works.`]
    : []),
  ...(server.server_encoding !== 'UTF8'
    ? [`The database is written in ${server.server_encoding}. Make another one: create database firstline encoding 'UTF8' template template0;`]
    : []),
  ...DURABLE.filter((name) => server[name] === 'off' && !allowUnsafe)
    .map((name) => `${name} is off, so saved work can be lost in a crash. Turn it on.`),
  ...LIMITS.filter((name) => server[name] === '0')
    .map((name) => `${name} is not set, so one stuck query can hold up everybody. Set it: alter role … set ${name} = '10s';`),
];
