import { Client } from 'pg';

// Every application that uses the server holds this lock together with the others for as long as it lives.
const MEMBERS = 4_217_001;

/** One connection that says "I am here": when its process dies, PostgreSQL itself notices. */
export const joinServer = async (sockets: string): Promise<Client | undefined> => {
  const member = new Client({
    host: sockets, user: 'firstline', database: 'postgres', application_name: 'firstline member', connectionTimeoutMillis: 5000,
  });
  member.on('error', () => {}); // 'end' follows
  try {
    await member.connect();
    // Waits while the last one is stopping the server, and then fails with it.
    await member.query('select pg_advisory_lock_shared($1)', [MEMBERS]);
    await ensureDatabase(member);
    return member;
  } catch {
    await member.end().catch(() => {});
    return undefined;
  }
};

/** True keeps newcomers waiting until the server is gone. */
export const isLast = async (member: Client) => {
  await member.query('select pg_advisory_unlock_shared($1)', [MEMBERS]);
  const { rows } = await member.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [MEMBERS]);
  return rows[0]?.last ?? false;
};

const ensureDatabase = async (member: Client) => {
  const { rowCount } = await member.query(`select from pg_database where datname = 'firstline'`);
  if (rowCount) return;
  await member.query('create database firstline').catch((fault: { code?: string }) => {
    const madeMeanwhile = ['42P04', '23505'].includes(fault.code ?? '');
    if (!madeMeanwhile) throw fault;
  });
};
