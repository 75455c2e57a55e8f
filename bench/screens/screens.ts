import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BareWish, Told } from './bare.process.ts';
import type { Heard, ScreensWish } from './screens.process.ts';

export type Screens = {
  open: (port: number, cookies: string[], path?: string) => Promise<Heard>;
  heard: () => Promise<Heard>;
  stop: () => void;
};

/** Many screens in one process of their own. */
export const openScreens = (): Screens => {
  const child = fork(fileURLToPath(new URL('./screens.process.ts', import.meta.url)), { serialization: 'advanced' });
  const ask = (wish: ScreensWish) => answer<Heard>(child, wish);
  return {
    open: (port, cookies, path = '/api/journal') => ask({ wish: 'open', port, path, cookies }),
    heard: () => ask({ wish: 'heard' }),
    stop: () => void child.kill(),
  };
};

export type BareStream = { tell: (ids: string[], everyMs: number, frame: string) => Promise<Told>; stop: () => void };

/** A bare server of events in a process of its own: the anchor for ours. */
export const openBareStream = async (port: number): Promise<BareStream> => {
  const child = fork(fileURLToPath(new URL('./bare.process.ts', import.meta.url)), { serialization: 'advanced' });
  const ask = (wish: BareWish) => answer<Told>(child, wish);
  await ask({ wish: 'listen', port });
  return { tell: (ids, everyMs, frame) => ask({ wish: 'tell', ids, everyMs, frame }), stop: () => void child.kill() };
};

const answer = <Answer>(child: ChildProcess, wish: object): Promise<Answer> =>
  new Promise((answered, failed) => {
    const ended = (): void => failed(new Error('The process of the screens ended.'));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      answered(message as Answer);
    });
    child.send(wish);
  });
