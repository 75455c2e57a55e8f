import path from 'node:path';
import type { Config } from './platform/config.ts';
import { NotPossible } from './platform/postgres/not-possible.ts';

type Settings = Pick<Config, 'port' | 'smtpPort' | 'host' | 'dataDir' | 'databaseUrl'>;
type Fault = { code?: string; syscall?: string; path?: string; port?: number; message?: string };

/** Why the desk does not start, in words, where it is something that whoever starts it can mend. */
export const whyNot = (error: unknown, set: Settings): string | undefined => {
  if (error instanceof NotPossible) return error.message;
  if (!(error instanceof Error)) return undefined;
  const fault: Fault = error;
  return ofDoors(fault, set) ?? ofFolder(fault, set) ?? (set.databaseUrl ? ofDatabase(fault, set.databaseUrl) : undefined);
};

const ofDoors = ({ code, syscall, port, message }: Fault, set: Settings): string | undefined => {
  if (syscall !== 'listen' && !(syscall === 'getaddrinfo' && message?.endsWith(` ${set.host}`))) return undefined;
  const name = port === set.smtpPort ? 'SMTP_PORT' : 'PORT';
  if (code === 'EADDRINUSE') return `Port ${port} is taken, perhaps by a desk that runs already. End what holds it, or set ${name} to another number.`;
  if (code === 'EACCES') return `This user may not open port ${port}. Set ${name} to a number above 1023.`;
  return `This machine has no address ${set.host}. Set HOST to one that it has, such as 127.0.0.1.`;
};

const ofFolder = ({ code = '', path: at }: Fault, { dataDir }: Settings): string | undefined => {
  if (code === 'ENOSPC') return `There is no room left on the disk of ${dataDir}.`;
  if (!at || path.relative(dataDir, at).startsWith('..') || !['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR'].includes(code)) return undefined;
  if (code === 'EEXIST' || code === 'ENOTDIR') return `${at} is no folder. Set DATA_DIR to another place.`;
  return `${at} may not be written. Give ${dataDir} to the user that starts the desk: sudo chown -R ${process.getuid?.()} ${dataDir}`;
};

/** The password in the address is not said again. */
const ofDatabase = ({ code = '', message = '' }: Fault, databaseUrl: string): string | undefined => {
  const { hostname, port, pathname, username } = new URL(databaseUrl);
  const [name, user, server] = [decodeURIComponent(pathname.slice(1)), decodeURIComponent(username), `${hostname}:${port || 5432}`];
  if (code === '3D000') return `The server ${server} has no database “${name}”. Make it: createdb --encoding UTF8 ${name}`;
  if (code === '28P01' || code === '28000' || /SASL|password must be/.test(message)) return `The server ${server} does not let “${user}” in: ${message}. Look at DATABASE_URL.`;
  if (code === '42501') return `“${user}” may not make tables in “${name}”: ${message}. Let it own the database: alter database ${name} owner to ${user};`;
  if (/^(ECONN|EHOST|ENET|ETIMEDOUT|ENOTFOUND|EAI_|57P03)/.test(code) || /timeout|Connection terminated/.test(message))
    return `The database server ${server} does not answer (${code || message}). Is it running, and is DATABASE_URL right?`;
  return undefined;
};
