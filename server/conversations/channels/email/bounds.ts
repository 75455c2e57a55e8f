import type { SMTPServer } from 'smtp-server';
import { limits } from './limits.ts';

/** Whether one address holds more connections than is right. */
export const isCrowding = (server: SMTPServer, address: string): boolean =>
  [...server.connections].filter(({ remoteAddress }) => remoteAddress === address).length > limits.connectionsOfOneAddress;

/** `after` runs something in so many milliseconds unless it is called off: time is handed in where it is looked at. */
export type Patience = { idleSeconds: number; connectionMinutes: number; after?: (ms: number, run: () => void) => () => void };

/** Closes each connection after its time, busy or not: a sender who drips keeps no place for long. */
export const keepTime = (server: SMTPServer, { connectionMinutes, after = later }: Patience): void => {
  server.server.on('connection', (socket) => void socket.once('close', after(connectionMinutes * 60_000, () => socket.destroy())));
};

const later = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};
