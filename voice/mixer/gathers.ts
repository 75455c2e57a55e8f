import { createGather, type GatherWish } from '../digits/gather.ts';
import type { Report } from './happening.ts';

type Gathering = { leg: string; gather: ReturnType<typeof createGather>; prompt?: string };

/** All the inputs that are awaited; each leg has one at a time, a further one takes the place of the first. */
export const createGathers = (report: Report, silence: (prompt: string) => void) => {
  const awaited = new Map<string, Gathering>();
  const of = (leg: string) => [...awaited.values()].filter((gathering) => gathering.leg === leg);

  const left = (leg: string) => {
    for (const { gather } of of(leg)) gather.stop();
  };

  return {
    begin: (id: string, leg: string, wish: GatherWish, now: number, prompt?: string) => {
      left(leg);
      const gather = createGather(wish, now, (gathered) => {
        awaited.delete(id);
        report({ type: 'gather.ended', gather: id, leg, ...gathered });
      });
      awaited.set(id, { leg, gather, prompt });
    },
    key: (leg: string, digit: string, at: number) => {
      for (const gathering of of(leg)) {
        const { prompt } = gathering;
        gathering.prompt = undefined;
        if (prompt) silence(prompt);
        gathering.gather.key(digit, at);
      }
    },
    /** A prompt is over: from now on the key is awaited. */
    spoken: (prompt: string, at: number) => {
      for (const gathering of awaited.values())
        if (gathering.prompt === prompt) {
          gathering.prompt = undefined;
          gathering.gather.wait(at);
        }
    },
    left,
    tick: (at: number) => {
      for (const { gather, prompt } of awaited.values()) {
        if (prompt) gather.wait(at);
        gather.tick(at);
      }
    },
  };
};
