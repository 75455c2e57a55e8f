import { createServer, type ServerResponse } from 'node:http';

export type BareWish =
  | { wish: 'listen'; port: number }
  /** Tells everybody so many things a second, each with these bytes around its id. */
  | { wish: 'tell'; ids: string[]; everyMs: number; frame: string };

export type Told = { told: { id: string; at: number }[] };

const streams = new Set<ServerResponse>();
const server = createServer((request, answer) => {
  answer.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  answer.write('event: hello\ndata: {}\n\n');
  streams.add(answer);
  answer.on('close', () => streams.delete(answer));
});

/** The least that a fan-out can be: one loop of writes, nothing looked up, nothing kept. */
const tell = (ids: string[], everyMs: number, frame: string): Promise<Told> =>
  new Promise((done) => {
    const told: Told['told'] = [];
    const next = setInterval(() => {
      const id = ids[told.length];
      if (id === undefined) {
        clearInterval(next);
        return done({ told });
      }
      told.push({ id, at: performance.timeOrigin + performance.now() });
      const words = frame.replace('{ID}', id);
      for (const stream of streams) stream.write(words);
    }, everyMs);
  });

process.on('message', (message: BareWish) => {
  if (message.wish === 'listen') server.listen(message.port, '127.0.0.1', () => process.send?.({ told: [] } satisfies Told));
  else void tell(message.ids, message.everyMs, message.frame).then((told) => process.send?.(told));
});
