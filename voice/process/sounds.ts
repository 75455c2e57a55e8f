import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { musicFrom, type Music } from '../sound/music.ts';
import { beep, busy, ringback } from '../sound/signals.ts';
import { soundOfWav } from '../sound/wav.ts';

/** They stay in memory, where a minute takes eleven megabytes. */
const MOST_BYTES = 20_000_000;

/** Sounds that need no recording. Spoken words are the installation's own. */
const shipped = (): [string, Float32Array][] => [['beep', beep()], ['busy', busy()], ['ringing', ringback()]];

const soundOf = (path: string): Float32Array => {
  if (statSync(path).size > MOST_BYTES) throw new Error(`${path} is larger than 20 MB`);
  const sound = soundOfWav(readFileSync(path));
  if (!sound) throw new Error(`${path} is no WAV file of 16 bits, A-law or µ-law`);
  return sound;
};

const nameOf = (path: string) => basename(path).replace(/\.wav$/i, '');

/** Every WAV file of the folder is a prompt under its name. Throws in words for an administrator. */
export const promptsIn = (folder?: string): Map<string, Float32Array> => {
  const names = folder === undefined ? [] : readdirSync(folder).filter((name) => /\.wav$/i.test(name));
  return new Map([...shipped(), ...names.map((name): [string, Float32Array] => [nameOf(name), soundOf(join(folder!, name))])]);
};

/** The first is what everybody hears on hold; each has its own name too. */
export const musicOf = (paths: readonly string[]): Music[] =>
  paths.flatMap((path, place) => {
    const sound = soundOf(path);
    const names = [...(place === 0 ? ['music'] : []), nameOf(path)];
    return names.map((name) => musicFrom(name, sound));
  });
