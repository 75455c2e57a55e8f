import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';

/** An even port for sound and the next one for its reports (RFC 3550, 11). */
export type PortPair = { port: number; sound: Socket; reports: Socket };

export type PortRange = {
  readonly address: string;
  /** Undefined when every pair is taken. */
  take: () => Promise<PortPair | undefined>;
};

/** Shared by all trunks of a process: one range to open in a firewall. */
export const openPortRange = (address: string, from: number, to: number): PortRange => {
  const first = from + (from % 2);
  const pairs = Math.floor((to - first + 1) / 2);
  let next = 0;
  return {
    address,
    take: async () => {
      // Round and round, so that late packets of an ended call meet nobody.
      for (let tried = 0; tried < pairs; tried += 1) {
        const port = first + 2 * next;
        next = (next + 1) % pairs;
        const sound = await bind(address, port);
        if (!sound) continue;
        const reports = await bind(address, port + 1);
        if (reports) return { port, sound, reports };
        sound.close();
      }
      return undefined;
    },
  };
};

const bind = (address: string, port: number): Promise<Socket | undefined> =>
  new Promise((done) => {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    socket.once('error', () => {
      socket.close();
      done(undefined);
    });
    socket.bind(port, address, () => {
      socket.removeAllListeners('error');
      // A datagram that nobody takes comes back as an error of the socket; the silence says the same.
      socket.on('error', () => {});
      done(socket);
    });
  });
