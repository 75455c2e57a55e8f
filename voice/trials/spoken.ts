import { execFileSync } from 'node:child_process';
import { FRAME, SILENCE } from '../sound/frame.ts';
import { soundOfWav } from '../sound/wav.ts';

const WORDS =
  'Thank you for calling. All our agents are busy at the moment. Please stay on the line, or press one to be called back. ' +
  'Your call may be recorded. Please have your contract number ready: four, seven, nine, three, eight, zero.';

/** A prompt as espeak-ng speaks it, frame by frame; nothing where espeak-ng is not installed. */
export const spokenPrompt = (): { frame: (number: number) => Float32Array; seconds: number } | undefined => {
  const sound = wavOf();
  if (!sound) return undefined;
  const frames = Math.floor(sound.length / FRAME);
  return {
    seconds: Math.floor(frames / 50),
    frame: (number) => (number < frames ? sound.subarray(number * FRAME, (number + 1) * FRAME) : SILENCE),
  };
};

const wavOf = () => {
  try {
    const sound = soundOfWav(execFileSync('espeak-ng', ['-s', '150', '--stdout', WORDS]));
    return sound?.map((x) => x * 0.6);
  } catch {
    return undefined;
  }
};
