import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { talk } from './http-client.ts';

export type LoadWish = {
  /** Nothing to load: the client is measured against an answer that costs next to nothing. */
  port: number | 'own';
  connections: number;
  requests: string[];
  /** Sends the list over and over for so long; once through it when absent. */
  seconds?: number;
};

export type LoadSeen = {
  answered: number;
  seconds: number;
  /** Processor time of the client itself. */
  cpuSeconds: number;
  statuses: Record<number, number>;
  milliseconds: number[];
};

const load = async ({ port, connections, requests, seconds }: LoadWish): Promise<LoadSeen> => {
  const until = seconds === undefined ? undefined : performance.now() + seconds * 1000;
  const statuses: Record<number, number> = {};
  const milliseconds: number[] = [];
  let at = 0;
  const next = (): string | undefined => {
    if (until === undefined) return requests[at++];
    return performance.now() < until ? requests[at++ % requests.length] : undefined;
  };
  const before = process.cpuUsage();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () =>
      talk(port as number, next, (answer) => {
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        milliseconds.push(answer.milliseconds);
      }),
    ),
  );
  const { user, system } = process.cpuUsage(before);
  return {
    answered: milliseconds.length,
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    statuses,
    milliseconds,
  };
};

const ownServer = async (): Promise<{ port: number; close: () => void }> => {
  const server = createServer((request, answer) => request.on('end', () => answer.end('{"done":[]}')).resume());
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
};

process.on('message', (wish: LoadWish) => {
  void (async () => {
    const own = wish.port === 'own' ? await ownServer() : undefined;
    const seen = await load({ ...wish, port: own?.port ?? wish.port });
    own?.close();
    process.send?.(seen);
  })();
});
