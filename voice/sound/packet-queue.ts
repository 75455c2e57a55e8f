/** A packet in the order it was sent: numbers that never wrap. */
export type Waiting = { sequence: number; timestamp: number; payload: Uint8Array; comfort: boolean };

/** Packets that came and were not yet played, in the order they were sent. */
export type PacketQueue = {
  /** When too many wait, the oldest gives way. */
  add: (packet: Waiting) => void;
  first: () => Waiting | undefined;
  take: () => Waiting | undefined;
  clear: () => void;
};

/** Two seconds of packets of 20 ms. */
const MOST = 100;

export const createPacketQueue = (): PacketQueue => {
  let queue: Waiting[] = [];
  return {
    add: (packet) => {
      let at = queue.length;
      while (at > 0 && queue[at - 1]!.sequence > packet.sequence) at -= 1;
      queue.splice(at, 0, packet);
      if (queue.length > MOST) queue.shift();
    },
    first: () => queue[0],
    take: () => queue.shift(),
    clear: () => {
      queue = [];
    },
  };
};
