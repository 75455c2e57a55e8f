import { plain, type Promised } from '../promised.ts';
import { serverProgram, startServed } from '../served.ts';
import { pairs } from '../turns.ts';

export const start: Promised = {
  id: 'P16',
  promise: 'From nothing to a desk that takes work in 15 seconds the first time and in 5 from then on, with its own database',
  anchor: 'a person who waits; installing packages and building are counted apart',
  measure: async (bench) => {
    const program = serverProgram(bench.root);
    const first: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < (bench.short ? 1 : pairs(bench)); round++) {
      const dataDir = bench.newFolder(`p16-${round}`);
      for (const seen of [first, again]) {
        const served = await startServed({ root: bench.root, program, dataDir, port: 24_161, smtpPort: 24_162 });
        seen.push(served.seconds);
        await served.stop();
      }
    }
    return [
      plain('first start', 's', first, {
        goal: { atMost: 15 }, floor: { atMost: 120 },
        remark: `server ${program.says}${program.buildSeconds === undefined ? '' : `; building took ${program.buildSeconds.toFixed(1)} s more`}; until /readyz says yes`,
      }),
      plain('second start', 's', again, { goal: { atMost: 5 }, floor: { atMost: 60 } }),
    ];
  },
};
