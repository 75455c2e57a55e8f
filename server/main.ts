import path from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { assertDoorsFree } from './doors-free.ts';
import { openOver } from './open-over.ts';
import { saveDesk, bringBackDesk } from './saving.ts';
import { whyNot } from './why-not.ts';
import { readConfig, type Config } from './platform/config.ts';
import { openPostgres } from './platform/postgres/open.ts';
import { withoutPreparing } from './platform/prepared.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

const start = async (config: Config, root: string, profile?: string): Promise<void> => {
  const log = pino({ level: config.logLevel, base: null }, pino.destination(2));
  if (!config.preparedStatements) withoutPreparing();
  await assertDoorsFree(config);
  const postgres = await openPostgres(config, root, say);
  const { running, profileSaid } = await openOver(postgres, { config, log, root }, profile);

  if (profileSaid) say(profileSaid);

  say(`\nFirstline is open at ${config.url}`);
  say(`Mail for the desk is taken on port ${running.smtpPort}.`);
  if (running.link) say(`\nNobody has signed in yet. Open this link once to become the administrator:\n\n  ${running.link}\n`);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('Closing: finishing what is in hand.');
    setTimeout(() => process.exit(1), 15_000).unref();
    void running
      .stop()
      .then(() => postgres.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          complain(String(error));
          process.exit(1);
        },
      );
  };
  // SIGHUP: the window it was started from was closed.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
};

const root = process.env.FIRSTLINE_ROOT ?? path.resolve(import.meta.dirname, '..');
const config = readConfig(process.env);
if ('faults' in config) {
  complain('The settings are not right:');
  for (const fault of config.faults) complain(`  ${fault}`);
  process.exit(2);
}
const { values: wishes, positionals } = parseArgs({ args: process.argv.slice(2), options: { profile: { type: 'string' }, situation: { type: 'string' } }, allowPositionals: true, strict: false });
const [wish = 'start', file] = positionals;
try {
  if (wish === 'backup') await saveDesk(config, file, say);
  else if (wish === 'restore') await bringBackDesk(config, root, file, say);
  else await start(config, root, typeof wishes.profile === 'string' ? wishes.profile : undefined);
} catch (error) {
  complain(whyNot(error, config) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
  process.exit(1);
}
