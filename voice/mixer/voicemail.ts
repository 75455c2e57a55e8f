import { loudness, SILENCE } from '../sound/frame.ts';
import { beep } from '../sound/signals.ts';
import type { Happening } from './happening.ts';
import type { Mixer } from './mixer.ts';
import type { Tape } from './sides.ts';

export type VoicemailWish = {
  /** Names its playbacks. */
  id: string;
  conference: string;
  leg: string;
  greeting: Float32Array;
  /** Where the message is kept. */
  tape: Tape;
  mostMs: number;
  /** So long a pause ends the message. */
  silenceMs: number;
};

export type Voicemail = { cause: 'silence' | 'limit' | 'hangup' | 'key'; ms: number; spokenMs: number };

/** -44 dB: softer than any voice that is meant to be understood. */
const SPEECH = 0.006;
const CLOSING_KEY = '#';

/** Greets, beeps, and keeps what is said until nothing more is said. Hears of the mixer's happenings through `happened`. */
export const takeMessage = (mixer: Pick<Mixer, 'play' | 'stop' | 'record'>, wish: VoicemailWish, done: (message: Voicemail) => void) => {
  const { id, conference, leg, tape } = wish;
  const [greeting, signal] = [`${id} greeting`, `${id} beep`];
  let [ms, spokenMs, quietMs] = [0, 0, 0];
  let over = false;

  const end = (cause: Voicemail['cause']) => {
    if (over) return;
    over = true;
    mixer.stop(greeting);
    mixer.stop(signal);
    mixer.record(conference, undefined, id);
    done({ cause, ms, spokenMs });
  };

  /** The caller's voice alone is the message. */
  const listening: Tape = {
    write: ({ customer }) => {
      tape.write({ customer, staff: SILENCE });
      const speaks = loudness(customer) > SPEECH;
      ms += 20;
      if (speaks) spokenMs += 20;
      quietMs = speaks ? 0 : quietMs + 20;
      if (ms >= wish.mostMs) end('limit');
      else if (quietMs >= wish.silenceMs) end('silence');
    },
  };

  mixer.play(greeting, { leg }, wish.greeting);
  return {
    happened: (happening: Happening) => {
      if (over) return;
      if (happening.type === 'leg.digit' && happening.leg === leg && happening.digit === CLOSING_KEY) {
        // During the greeting the key skips it, afterwards it ends the message.
        if (ms === 0) mixer.stop(greeting);
        else end('key');
      }
      if (happening.type !== 'playback.ended') return;
      if (happening.playback === greeting) mixer.play(signal, { leg }, beep());
      if (happening.playback === signal) mixer.record(conference, listening, id);
    },
    hangup: () => end('hangup'),
  };
};
