import { startEmbedded } from './embedded.ts';

/** A whole application in one file: starts the database, says so, and stops it when its input ends. */
const main = async ([folder = '', binaries = '']: string[]) => {
  const server = await startEmbedded(folder, { binaries, fast: true });
  console.log(JSON.stringify(server));
  process.stdin.resume().on('end', async () => {
    await server.stop();
    process.exit();
  });
};

void main(process.argv.slice(2));
