import type { SMTPServer } from 'smtp-server';
import { limits } from './limits.ts';

/** Whether one address holds more connections than is right. */
export const isCrowding = (server: SMTPServer, address: string): boolean =>
  [...server.connections].filter(({ remoteAddress }) => remoteAddress === address).length > limits.connectionsOfOneAddress;

export type Patience = { idleSeconds: number; connectionMinutes: number };

/** Closes each connection after its time, busy or not: a sender who drips keeps no place for long. */
export const keepTime = (server: SMTPServer, { connectionMinutes }: Patience): void => {
  server.server.on('connection', (socket) => {
    const closing = setTimeout(() => socket.destroy(), connectionMinutes * 60_000).unref();
    socket.once('close', () => clearTimeout(closing));
  });
};
