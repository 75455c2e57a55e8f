import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { Address, Wire, WireEars } from './wire.ts';

/** `told` is the address that peers are given, where it differs from ours (NAT, container). */
export const openUdpWire = (at: Address, told: string | undefined, ears: WireEars): Promise<Wire> =>
  new Promise((opened, failed) => {
    const socket = createSocket({ type: isIPv6(at.address) ? 'udp6' : 'udp4', recvBufferSize: 1 << 20 });
    socket.once('error', failed);
    socket.on('message', (bytes, from) => {
      if (ears.admits(from.address)) ears.message(bytes, { address: from.address, port: from.port });
    });
    socket.bind(at.port, at.address, () => {
      socket.off('error', failed);
      socket.on('error', () => {});
      const { port } = socket.address();
      let closed = false;
      opened({
        transport: 'UDP',
        reliable: false,
        local: { address: told ?? at.address, port },
        send: (message, to, lost) => {
          if (closed) return queueMicrotask(lost);
          socket.send(message, to.port, to.address, (error) => error && lost());
        },
        close: () =>
          new Promise((done) => {
            if (closed) return done();
            closed = true;
            socket.close(() => done());
          }),
      });
    });
  });
