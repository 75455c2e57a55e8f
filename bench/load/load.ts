import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadSeen, LoadWish } from './load.process.ts';

export type Loader = { load: (wish: LoadWish) => Promise<LoadSeen>; stop: () => void };

/** Clients in a process of their own, so that their work is not counted as the server's. */
export const openLoader = (): Loader => {
  const child = fork(fileURLToPath(new URL('./load.process.ts', import.meta.url)), { serialization: 'advanced' });
  return {
    load: (wish) =>
      new Promise((seen, failed) => {
        const ended = (): void => failed(new Error('The clients ended.'));
        child.once('exit', ended);
        child.once('message', (message) => {
          child.off('exit', ended);
          seen(message as LoadSeen);
        });
        child.send(wish);
      }),
    stop: () => child.kill(),
  };
};
