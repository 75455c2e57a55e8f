import { once } from 'node:events';
import { startEmbedded } from './embedded.ts';

/** A whole application in one file: starts the database, says so, and stops it when its input ends. */
const main = async ([folder = '', binaries = '']: string[]) => {
  const server = await startEmbedded(folder, { binaries, fast: true });
  console.log(JSON.stringify(server));
  await once(process.stdin.resume(), 'end');
  await server.stop();
  process.exit();
};

void main(process.argv.slice(2));
