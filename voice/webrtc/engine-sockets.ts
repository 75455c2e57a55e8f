import type { RTCPeerConnection } from 'werift';
import { udpGate } from './udp-gate.ts';

type Ice = {
  localUsername: string;
  localPassword: string;
  /** Every name and password since the first, so that a restart lets the old way end in peace. */
  userHistory: Record<string, string>;
  protocols: { transport?: Socket }[];
};
type Socket = { onData: (packet: Buffer, from: [string, number]) => void; isGuarded?: true };

/**
 * Sets the gate before each socket of a connection. These are inner parts of the engine (werift 0.24.4);
 * should a next version name them otherwise, this throws and the first test says so.
 */
export const guardSockets = (peer: RTCPeerConnection, isUp: () => boolean, heard: () => void) => {
  for (const { connection } of peer.iceTransports) {
    const ice = connection as unknown as Ice;
    if (!Array.isArray(ice.protocols) || ice.protocols.length === 0) throw new Error('No socket could be opened');
    const passwords = () => [
      { ufrag: ice.localUsername, password: ice.localPassword },
      ...Object.entries(ice.userHistory).map(([ufrag, password]) => ({ ufrag, password })),
    ];
    for (const { transport } of ice.protocols) {
      if (!transport?.onData) throw new Error('The sockets of the engine are not where they were');
      if (transport.isGuarded) continue;
      transport.isGuarded = true;
      const inner = transport.onData;
      const lets = udpGate({ passwords, isUp });
      transport.onData = (packet, from) => {
        const now = performance.now();
        if (!lets(packet, `${from[0]} ${from[1]}`, now)) return;
        heard();
        inner(packet, from);
      };
    }
  }
};
