import { seeded } from '@firstline/testing/voice/seeded.ts';

/** Whole numbers below the one that is asked with, the same each time. */
export const below = (seed: number) => {
  const chance = seeded(seed);
  return (most: number): number => Math.floor(chance() * most);
};

/** Numbers at which programs forget themselves. */
const EDGES = [0, 1, 0x7f, 0x80, 0xfe, 0xff];

/** A packet like that one, and wrong: bits turned, cut, repeated, lengths that lie. */
export const mutate = (packet: Buffer, pick: (most: number) => number): Buffer => {
  let made = Buffer.from(packet);
  for (let turns = 1 + pick(4); turns > 0; turns -= 1) {
    const at = pick(made.length || 1);
    switch (pick(6)) {
      case 0: if (made.length > 0) made[at]! ^= 1 << pick(8); break;
      case 1: if (made.length > 0) made[at] = EDGES[pick(EDGES.length)]!; break;
      case 2: made = made.subarray(0, at); break;
      case 3: made = Buffer.concat([made.subarray(0, at), made.subarray(at - pick(at + 1)), Buffer.alloc(pick(8), pick(256))]); break;
      case 4: if (made.length > at + 1) made.writeUInt16BE([0, 1, 0xffff, made.length, pick(65_536)][pick(5)]!, at); break;
      default: made = Buffer.concat([made, Buffer.alloc(pick(64), pick(256))]);
    }
    made = made.subarray(0, 2000);
  }
  return made;
};
