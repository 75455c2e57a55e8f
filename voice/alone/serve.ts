import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { VoiceProcess } from '../process/assemble.ts';

const MOST_BODY = 64_000;
/** What the page may ask. */
const WISHES = ['originate', 'hangup', 'hold', 'mute', 'move', 'supervise', 'play', 'record', 'snapshot', 'sendDigits', 'endConference'] as const;
const DOOR = ['invite', 'connect', 'candidate'] as const;

/** The media process without a desk: one page where browsers meet in a conference. Only for this machine. */
export const serveAlone = async (voice: VoiceProcess, { port, say }: { port: number; say: (text: string) => void }) => {
  const listeners = new Set<ServerResponse>();
  voice.provider.onEvent(async (event) => {
    for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
  });

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.writeHead(400).end());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://alone').pathname;
    if (request.method === 'GET' && path === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'" });
      return response.end(await readFile(join(import.meta.dirname, 'page.html')));
    }
    if (request.method === 'GET' && path === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('\n');
      listeners.add(response);
      return request.on('close', () => listeners.delete(response));
    }
    // A page of another site cannot send this kind of body without asking first.
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json') return response.writeHead(404).end();
    const wish = path.slice(1);
    const said = JSON.parse(await bodyOf(request)) as unknown[];
    const done = await perform(wish, said, request.socket.remoteAddress ?? '');
    response.writeHead(done === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(done ?? {}));
  };
  const perform = (wish: string, said: unknown[], address: string): Promise<unknown> | undefined => {
    const { provider, door } = voice as unknown as Record<'provider' | 'door', Record<string, (...said: unknown[]) => Promise<unknown>>>;
    if (WISHES.some((name) => name === wish)) return provider[wish]!(...said);
    if (wish === 'invite') return door.invite!(...said);
    if (DOOR.some((name) => name === wish)) return door[wish]!({ ...(said[0] as object), address });
  };

  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const at = server.address() as { port: number };
  say(`Voice is open at http://localhost:${at.port}`);
  return { port: at.port, close: () => server.close() };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BODY) throw new Error('Too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};
