import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { EndCause } from '../call.ts';
import { describedByAsterisk } from './described.trials.ts';

type Channel = { id: string; state: string; name: string; caller: { name: string; number: string }; connected: object; accountcode: string; dialplan: { context: string; exten: string; priority: number }; creationtime: string; language: string };

const CAUSES: Partial<Record<EndCause, number>> = { normal: 16, busy: 17, 'no-answer': 19, rejected: 21, failed: 41, unreachable: 1 };

/** Answers and tells as ARI does, on a port of this machine. */
export const fakeAsterisk = async (user: string, password: string) => {
  const channels = new Map<string, Channel>();
  const variables = new Map<string, string>();
  const bridges = new Map<string, Set<string>>();
  const recordings = new Map<string, boolean>();
  const sockets = new Set<WebSocket>();
  const faults: string[] = [];
  const told: object[] = [];
  const asked: string[] = [];
  let made = 0;
  let losing = false;
  let incoming = 0;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  const send = (event: object) => sockets.forEach((socket) => socket.send(JSON.stringify(event)));
  const tell = (event: object) => {
    const whole = { application: 'firstline', timestamp: new Date().toISOString(), asterisk_id: 'fake', ...event };
    told.push(whole);
    send(whole);
  };
  const born = (id: string, state: string, number = '', exten = ''): Channel => {
    const channel = { id, state, name: `PJSIP/${id}`, caller: { name: '', number }, connected: {}, accountcode: '', dialplan: { context: 'desk', exten, priority: 1 }, creationtime: new Date().toISOString(), language: 'en' };
    channels.set(id, channel);
    return channel;
  };
  const end = (id: string, cause: number) => {
    const channel = channels.get(id);
    if (!channel) return;
    channels.delete(id);
    bridges.forEach((members) => members.delete(id));
    tell({ type: 'ChannelDestroyed', channel, cause, cause_txt: '' });
  };

  const answer = (method: string, path: string, query: URLSearchParams, body: { variables?: Record<string, string> }): [number, unknown?] => {
    const [, kind = '', id = '', act = '', sub = ''] = path.split('/');
    const channel = channels.get(id);
    if (kind === 'channels' && id === '') return [200, [...channels.values()]];
    if (kind === 'channels' && act === '' && method === 'POST') {
      if (channel) return [409, { message: 'There is a channel of that name.' }];
      if (query.get('endpoint')!.includes('+4900000')) return [500, { message: 'Allocation failed' }];
      made += 1;
      for (const value of Object.values(body.variables ?? {})) variables.set(id, value);
      return [200, born(id, 'Down')];
    }
    if (kind === 'channels' && !channel) return [404, { message: 'Channel not found' }];
    if (kind === 'channels' && act === '') {
      queueMicrotask(() => end(id, 16));
      return [204];
    }
    if (act === 'variable') {
      if (method === 'GET') return variables.has(id) ? [200, { value: variables.get(id) }] : [404, { message: 'Not set' }];
      variables.set(id, query.get('value') ?? '');
      return [204];
    }
    if (act === 'answer') channel!.state = 'Up';
    if (act === 'snoop') return [200, born(sub, 'Up')];
    if (act === 'play') {
      queueMicrotask(() => tell({ type: 'PlaybackFinished', playback: { id: sub, media_uri: query.get('media'), target_uri: `${kind}:${id}`, language: 'en', state: 'done' } }));
      return [201, { id: sub, state: 'queued' }];
    }
    if (kind === 'channels') return [204];
    const members = bridges.get(id);
    if (kind === 'bridges' && act === '' && method === 'POST') {
      if (!members) bridges.set(id, new Set());
      return [200, { id }];
    }
    if (kind === 'bridges' && !members) return [404, { message: 'Bridge not found' }];
    if (kind === 'bridges' && act === '') bridges.delete(id);
    if (act === 'addChannel' || act === 'removeChannel') {
      const moved = query.get('channel')!;
      if (!channels.has(moved)) return [400, { message: 'Channel not found' }];
      if (act === 'removeChannel' && !members!.has(moved)) return [422, { message: 'Channel not in this bridge' }];
      bridges.forEach((other) => other.delete(moved));
      if (act === 'addChannel') members!.add(moved);
    }
    if (act === 'record') {
      recordings.set(query.get('name')!, true);
      return [201, { name: query.get('name'), state: 'queued' }];
    }
    if (kind === 'recordings') {
      if (!recordings.has(act)) return [404, { message: 'Recording not found' }];
      if (sub === 'stop') queueMicrotask(() => tell({ type: 'RecordingFinished', recording: { name: act, format: 'wav', state: 'done', duration: 7, target_uri: 'bridge:call' } }));
    }
    return [204];
  };

  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += String(chunk); });
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://fake');
      const path = url.pathname.replace(/^\/ari/, '');
      const method = request.method ?? '';
      if (request.headers.authorization !== authorization) return reply.writeHead(401).end();
      asked.push(`${method} ${path}${url.search}`);
      faults.push(...describedByAsterisk(method, path, url.searchParams));
      const [status, said] = answer(method, path, url.searchParams, body === '' ? {} : (JSON.parse(body) as object));
      if (losing && method === 'POST') {
        losing = false;
        return request.socket.destroy();
      }
      return reply.writeHead(status, { 'content-type': 'application/json' }).end(said === undefined ? '' : JSON.stringify(said));
    });
  });
  const hub = new WebSocketServer({ server, path: '/ari/events', verifyClient: ({ req }: { req: { headers: Record<string, unknown> } }) => req.headers.authorization === authorization });
  hub.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));

  const withChannel = async (id: string, act: (channel: Channel) => void) => {
    const channel = channels.get(id);
    if (channel) act(channel);
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ari`,
    faults, asked, bridges, channels,
    isHeard: () => sockets.size > 0,
    breakLine: () => sockets.forEach((socket) => socket.terminate()),
    tellsAgain: async () => told.forEach(send),
    dialled: () => made,
    losesNextAnswer: () => { losing = true; },
    far: {
      rings: (id: string) => withChannel(id, (channel) => {
        channel.state = 'Ringing';
        tell({ type: 'ChannelStateChange', channel });
      }),
      answers: (id: string) => withChannel(id, (channel) => {
        channel.state = 'Up';
        tell({ type: 'ChannelStateChange', channel });
        tell({ type: 'StasisStart', args: [], channel });
      }),
      ends: async (id: string, cause: EndCause) => end(id, CAUSES[cause] ?? 0),
      presses: (id: string, digits: string) => withChannel(id, (channel) => {
        for (const digit of digits) tell({ type: 'ChannelDtmfReceived', channel, digit, duration_ms: 100 });
      }),
      calls: async (from: string, to: string) => {
        tell({ type: 'StasisStart', args: [], channel: born(`in.${(incoming += 1)}`, 'Ring', from, to) });
      },
    },
    close: async () => {
      sockets.forEach((socket) => socket.terminate());
      hub.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
