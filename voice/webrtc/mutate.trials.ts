/** Chance that comes the same each time. */
export const seeded = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** Numbers at which programs forget themselves. */
const EDGES = [0, 1, 0x7f, 0x80, 0xfe, 0xff];

/** A packet like that one, and wrong: bits turned, cut, repeated, lengths that lie. */
export const mutate = (packet: Buffer, below: (most: number) => number): Buffer => {
  let made = Buffer.from(packet);
  for (let turns = 1 + below(4); turns > 0; turns -= 1) {
    const at = below(made.length || 1);
    switch (below(6)) {
      case 0: if (made.length > 0) made[at]! ^= 1 << below(8); break;
      case 1: if (made.length > 0) made[at] = EDGES[below(EDGES.length)]!; break;
      case 2: made = made.subarray(0, at); break;
      case 3: made = Buffer.concat([made.subarray(0, at), made.subarray(at - below(at + 1)), Buffer.alloc(below(8), below(256))]); break;
      case 4: if (made.length > at + 1) made.writeUInt16BE([0, 1, 0xffff, made.length, below(65_536)][below(5)]!, at); break;
      default: made = Buffer.concat([made, Buffer.alloc(below(64), below(256))]);
    }
    made = made.subarray(0, 2000);
  }
  return made;
};
