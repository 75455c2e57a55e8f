import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChildren } from './children.ts';
import { openDesk } from './desk.ts';
import { loudness } from './tone-file.ts';

/** Each line of output is one thing seen: a name, and what came. */
export const seen = (name: string, what: unknown): void => void process.stdout.write(`${JSON.stringify({ name, what })}\n`);

/** How loud each tone is, in decibels. */
export const db = (sound: Float32Array, ...tones: number[]) => Object.fromEntries(tones.map((hertz) => [hertz, Math.round(loudness(sound, hertz))]));

/** What a trial in a network of its own stands on; `run` leaves nothing of it behind, whatever breaks. */
export const openTrial = (name: string) => {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const children = openChildren();
  const desk = openDesk();
  return {
    folder,
    children,
    desk,
    run: async (trial: () => Promise<unknown>) => {
      try {
        await trial();
      } finally {
        await desk.close();
        await children.endAll();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
};
