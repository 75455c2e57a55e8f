import { appendFileSync, existsSync } from 'node:fs';
import { shown } from './lane.ts';

/** The oldest PostgreSQL the desk promises to run on. */
export const POSTGRES_15 = '/usr/lib/postgresql/15/bin';

export const hasChromium = (): boolean => existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium');
export const hasPostgres15 = (): boolean => existsSync(`${POSTGRES_15}/postgres`);

/** Chromium and PostgreSQL 15 come from Debian's packages when this is root; otherwise it says what is missing. */
export const bringWhatIsMissing = async (): Promise<void> => {
  if (hasChromium() && hasPostgres15()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await apt('update');
    if (!hasChromium()) await apt('install', '-y', '--no-install-recommends', 'chromium');
    if (!hasPostgres15()) await bringPostgres();
  }
  if (!hasChromium()) console.log('Chromium is missing (apt-get install chromium, or CHROMIUM=/path/to/it): browser tests are left out.');
  if (!hasPostgres15()) console.log('PostgreSQL 15 is missing (apt-get install postgresql-15): its lane is left out.');
};

/** Only its programs are wanted: without this line Debian would make a cluster and start a server. */
const bringPostgres = async (): Promise<void> => {
  const settings = '/etc/postgresql-common/createcluster.conf';
  await apt('install', '-y', '--no-install-recommends', 'postgresql-common');
  appendFileSync(settings, '\ncreate_main_cluster = false\n');
  await apt('install', '-y', '--no-install-recommends', 'postgresql-15');
};

const apt = (...args: string[]): Promise<number> => shown('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
