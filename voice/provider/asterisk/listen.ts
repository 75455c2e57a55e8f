import { WebSocket } from 'ws';
import type { Machine } from '../machine.ts';
import { authorizationOf } from './requests.ts';
import type { AsteriskSettings } from './settings.ts';

export type AriEvent = { type: string } & Record<string, unknown>;

const SHORTEST_MS = 250;
const LONGEST_MS = 15_000;
const LONGEST_MESSAGE = 1_000_000;

/** Hears Asterisk's events. The line is opened again whenever it breaks; `opened` is when to look what was missed. */
export const listen = (settings: AsteriskSettings, machine: Machine, heard: (event: AriEvent) => void, opened: () => void) => {
  let socket: WebSocket | undefined;
  let closed = false;
  let pause = SHORTEST_MS;
  let callOff = () => {};

  const open = () => {
    const url = `${settings.url.replace(/^http/, 'ws')}/events?app=${settings.app}`;
    const own = new WebSocket(url, { headers: { authorization: authorizationOf(settings) }, maxPayload: LONGEST_MESSAGE, handshakeTimeout: 5000 });
    socket = own;
    own.on('open', () => {
      pause = SHORTEST_MS;
      opened();
    });
    own.on('message', (data) => {
      const event = read((data as Buffer).toString());
      if (event) heard(event);
    });
    own.on('error', () => {});
    own.on('close', () => {
      if (closed) return;
      callOff = machine.after(pause, open);
      pause = Math.min(2 * pause, LONGEST_MS);
    });
  };
  open();
  return () => {
    closed = true;
    callOff();
    socket?.terminate();
  };
};

const read = (text: string): AriEvent | undefined => {
  try {
    const event = JSON.parse(text) as AriEvent;
    return typeof event === 'object' && event !== null && typeof event.type === 'string' ? event : undefined;
  } catch {
    return undefined;
  }
};
