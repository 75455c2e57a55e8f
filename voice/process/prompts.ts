import { beep, busy, ringback } from '../sound/signals.ts';

/** Sounds that need no recording. Spoken words are the installation's own. */
export const prompts: Record<string, (() => Float32Array) | undefined> = { beep, busy, ringing: ringback };
