import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from './platform/config.ts';

/** Fails as listening there would, before anything was begun: a start that cannot succeed leaves no trace. */
export const assertDoorsFree = async ({ port, smtpPort, host }: Pick<Config, 'port' | 'smtpPort' | 'host'>): Promise<void> => {
  for (const door of [port, smtpPort]) {
    const server = createServer().listen(door, host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  }
};
