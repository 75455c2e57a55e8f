import { connect, createServer, type Server, type Socket } from 'node:net';
import { connect as connectTls, createServer as createTlsServer } from 'node:tls';
import { cutStream } from './cut-stream.ts';
import { written, type Address, type Wire, type WireEars } from './wire.ts';

/** With `key` and `cert` we can be called over TLS; without them we only call, and are called back on that connection. */
export type TlsWords = { serverName: string; ca?: string; key?: string; cert?: string };

const MOST_CONNECTIONS = 64;
const MOST_WAITING_BYTES = 1 << 20;
const MOST_WAITING = 200;
const CONNECT_MS = 10_000;
const QUIET_MS = 15 * 60_000;

/** TCP, or TLS when its words are given. Answers go back on the connection that asked. */
export const openStreamWire = async (at: Address, told: string | undefined, ears: WireEars, tls?: TlsWords): Promise<Wire> => {
  const open = new Map<string, Socket>();
  const hearing = new Set<Server>();
  const unproven = new WeakSet<Socket>();
  let closed = false;

  const adopt = (socket: Socket, peer: Address) => {
    const name = written(peer);
    open.set(name, socket);
    const take = cutStream((message) => ears.message(message, peer), () => socket.destroy());
    socket.setNoDelay(true);
    socket.setMaxListeners(MOST_WAITING + 20);
    socket.setTimeout(QUIET_MS, () => socket.destroy());
    socket.on('data', take);
    socket.on('error', () => {});
    socket.on('close', () => open.get(name) === socket && open.delete(name));
    return socket;
  };

  const accept = (socket: Socket) => {
    const peer = { address: (socket.remoteAddress ?? '').replace(/^::ffff:/, ''), port: socket.remotePort ?? 0 };
    if (closed || !ears.admits(peer.address) || open.size >= MOST_CONNECTIONS) return void socket.destroy();
    adopt(socket, peer);
  };

  const call = (peer: Address): Socket => {
    const socket = tls
      ? connectTls({ host: peer.address, port: peer.port, servername: tls.serverName, ca: tls.ca, key: tls.key, cert: tls.cert })
      : connect({ host: peer.address, port: peer.port });
    if (tls) {
      unproven.add(socket);
      socket.once('secureConnect', () => unproven.delete(socket));
    }
    const late = setTimeout(() => socket.destroy(), CONNECT_MS);
    socket.once(tls ? 'secureConnect' : 'connect', () => clearTimeout(late));
    socket.once('close', () => clearTimeout(late));
    return adopt(socket, peer);
  };

  const hear = async (): Promise<number> => {
    // A stranger is sent off before the handshake, which is the dear part.
    const guarded = (server: Server) =>
      server.on('connection', (socket: Socket) => ears.admits((socket.remoteAddress ?? '').replace(/^::ffff:/, '')) || socket.destroy());
    if (tls && !(tls.key && tls.cert)) return at.port || 5061;
    const server = tls
      ? guarded(createTlsServer({ key: tls.key, cert: tls.cert, handshakeTimeout: CONNECT_MS }, accept))
      : createServer(accept);
    hearing.add(server);
    server.on('tlsClientError', () => {});
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(at.port, at.address, () => listening());
    });
    server.on('error', () => {});
    const bound = server.address();
    return typeof bound === 'object' && bound ? bound.port : at.port;
  };

  const port = await hear();
  return {
    transport: tls ? 'TLS' : 'TCP',
    reliable: true,
    local: { address: told ?? at.address, port },
    send: (message, to, lost) => {
      if (closed) return queueMicrotask(lost);
      const socket = open.get(written(to)) ?? call(to);
      if (socket.writableLength > MOST_WAITING_BYTES || socket.listenerCount('close') > MOST_WAITING) return queueMicrotask(lost);
      const broke = () => lost();
      socket.once('close', broke);
      const write = () =>
        socket.write(message, (error) => {
          socket.off('close', broke);
          if (error) lost();
        });
      // What is written before a peer has proved its name could reach somebody else.
      if (unproven.has(socket)) socket.once('secureConnect', write);
      else write();
    },
    close: async () => {
      closed = true;
      for (const socket of open.values()) socket.destroy();
      await Promise.all([...hearing].map((server) => new Promise((done) => server.close(done))));
    },
  };
};
