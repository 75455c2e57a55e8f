import { Client } from 'pg';

/** A connection for work that takes as long as it takes, and whose text form is the same everywhere. */
export const withPatientClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, application_name: 'firstline backup' });
  client.on('error', () => {}); // the query that was under way fails, too
  await client.connect();
  try {
    await client.query(`
      set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0;
      set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set search_path = public`);
    return await work(client);
  } finally {
    await client.end();
  }
};
