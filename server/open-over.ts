import { serve, type Running, type Serving } from './app.ts';
import { firstProfile } from './desk/index.ts';
import type { Database } from './platform/postgres/open.ts';

/** The desk over its database, with the profile it was asked to begin with. When it cannot open, its own database does not stay behind. */
export const openOver = async (postgres: Database, serving: Omit<Serving, 'databaseUrl'>, profile?: string): Promise<{ running: Running; profileSaid?: string }> => {
  try {
    const running = await serve({ ...serving, databaseUrl: postgres.url });
    return { running, profileSaid: profile && (await firstProfile(running.desk, profile)) };
  } catch (error) {
    await postgres.stop().catch(() => undefined);
    throw error;
  }
};
