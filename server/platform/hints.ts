import pg from 'pg';
import type { Logger } from 'pino';

export type Hint = 'sealed' | 'committed';
export type Hints = { send: (hint: Hint) => void; stop: () => Promise<void> };

/**
 * Tells the other nodes that there is something to look at, by NOTIFY on a connection of its own and after the commit.
 * Only a hint: the desk is right without it, because every node also looks once a second.
 */
export const hints = async (url: string, node: string, heard: (hint: Hint) => void, log: Logger): Promise<Hints> => {
  const waiting = new Set<Hint>();
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let stopped = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: 'firstline hints' });
    next.on('notification', ({ payload }) => {
      const [from, hint] = (payload ?? '').split(' ');
      if (from !== node && (hint === 'sealed' || hint === 'committed')) heard(hint);
    });
    next.on('error', (error) => {
      log.warn({ err: error }, 'The connection that wakes other nodes broke; trying again.');
      client = undefined;
      void next.end().catch(() => undefined);
      comeBack();
    });
    await next.connect();
    await next.query('listen firstline');
    client = next;
  };
  // A database that is away for longer than one try must not leave this node deaf.
  const comeBack = (): void => {
    if (!stopped) setTimeout(() => void connect().catch(stillAway), 1000).unref();
  };
  const stillAway = (error: unknown): void => {
    log.warn({ err: error }, 'The database that wakes other nodes is still away; trying again.');
    comeBack();
  };
  await connect();

  const publish = async (): Promise<void> => {
    const all = [...waiting];
    waiting.clear();
    await client?.query('select pg_notify($1, $2 || hint) from unnest($3::text[]) as hint', ['firstline', `${node} `, all]).catch(() => undefined);
    // What came meanwhile goes with the next one: a busy database is not asked twice at once.
    timer = undefined;
    if (waiting.size > 0) soon();
  };
  const soon = (): void => {
    if (!stopped) timer ??= setTimeout(() => void publish(), 5);
  };
  return {
    send: (hint) => {
      waiting.add(hint);
      soon();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
};
