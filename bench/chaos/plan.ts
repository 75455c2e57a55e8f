export type Victim = 'server' | 'database' | 'both';

export type Kill = {
  victim: Victim;
  /** Milliseconds of work before it. */
  after: number;
  /** The server is killed once more so many milliseconds into its start. */
  againWhileStarting?: number;
};

const LONG: Record<Victim, number> = { server: 20, database: 20, both: 10 };
const SHORT: Record<Victim, number> = { server: 3, database: 3, both: 2 };

/** The kills of a run in the order of its chance. Every fourth one of a server hits its start as well. */
export const planOf = (chance: () => number, short: boolean): Kill[] => {
  const kills = Object.entries(short ? SHORT : LONG).flatMap(([victim, count]) =>
    Array.from({ length: count }, (_, n): Kill => ({
      victim: victim as Victim,
      after: 300 + Math.floor(chance() * 1500),
      ...(victim !== 'database' && n % 4 === 1 && { againWhileStarting: Math.floor(chance() * 900) }),
    })),
  );
  return kills.map((kill) => ({ kill, place: chance() })).sort((a, b) => a.place - b.place).map(({ kill }) => kill);
};
