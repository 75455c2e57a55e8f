import type { Mixer } from '../mixer/mixer.ts';
import type { Lateness } from '../quality/lateness.ts';
import { qualityIn } from '../quality/leg-quality.ts';
import { POOR, worseOf } from '../quality/sounding.ts';
import type { Pulse } from './words.ts';

/** The process in a few figures. */
export const pulseOf = (mixer: Mixer, { p99Ms, lateTicks, load }: Lateness, isLate: boolean): Pulse => {
  const legs = mixer.conferences().flatMap((conference) => conference.members().map(({ leg }) => leg));
  const opinions = legs.map(qualityIn(mixer)).flatMap((quality) => (quality ? [worseOf(quality)] : []));
  const memory = process.memoryUsage();
  return {
    legs: legs.length,
    isLate,
    lateP99Ms: p99Ms,
    lateTicks,
    load,
    memoryMb: megabytes(memory.rss),
    heapMb: megabytes(memory.heapUsed),
    open: process.getActiveResourcesInfo().length,
    ...(opinions.length > 0 && { worstOpinion: Math.min(...opinions) }),
    poorLegs: opinions.filter((opinion) => opinion < POOR).length,
  };
};

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
