import { serve, type Running } from '@firstline/server/app.ts';
import { customerMails, mailServer } from '@firstline/server/conversations/channels/email/simulator.ts';
import path from 'node:path';
import { pino } from 'pino';
import { build } from '../scripts/build.mjs';
import { moveClock, openDatabase } from './database.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const ADMIN = { email: 'max@house.example', password: 'correct-horse-9' };

/** The whole desk, as it is served, on a database of its own: doors, push, mail in, mail out and the built screens. */
export const openHouse = async ({ mailUrl }: { mailUrl?: string } = {}): Promise<House> => {
  await build();
  const database = await openDatabase();
  const mail = await mailServer();
  const running = await serve({
    config: {
      port: 0,
      host: '127.0.0.1',
      smtpPort: 0,
      dataDir: path.join(ROOT, '.cache'),
      url: 'http://127.0.0.1',
      admin: ADMIN,
      mailUrl: mailUrl ?? mail.url,
      mailFrom: 'desk@house.example',
      logLevel: 'silent',
      preparedStatements: true,
    },
    databaseUrl: database.url,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    root: ROOT,
  });
  return {
    ...running,
    url: `http://127.0.0.1:${running.port}`,
    databaseUrl: database.url,
    mail,
    mails: (letter) => customerMails({ port: running.smtpPort, ...letter }),
    passes: (seconds) => moveClock(database.pool, seconds * 1000),
    close: async () => {
      await running.stop();
      await mail.close();
      await database.close();
    },
  };
};

type Letter = Omit<Parameters<typeof customerMails>[0], 'port'>;

export type House = Running & {
  url: string;
  databaseUrl: string;
  mail: Awaited<ReturnType<typeof mailServer>>;
  mails: (letter: Letter) => ReturnType<typeof customerMails>;
  passes: (seconds: number) => Promise<void>;
  close: () => Promise<void>;
};
