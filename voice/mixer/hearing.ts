/** Who somebody is to the ears of a conference. */
export type Voice = {
  leg: string;
  /** Hears music in place of all others, and is heard by nobody. */
  held: boolean;
  muted: boolean;
  supervising?: Supervising;
};

/** `monitor`: is not heard. `whisper`: is heard by one leg alone. `barge`: is heard by all. */
export type Supervising = { mode: 'monitor' } | { mode: 'whisper'; target: string } | { mode: 'barge' };

/** The whole law of a conference: may this one hear that one. */
export const hears = (listener: Voice, speaker: Voice): boolean =>
  listener.leg !== speaker.leg && !listener.held && speaks(speaker) && isMeantFor(listener, speaker);

const speaks = ({ held, muted, supervising }: Voice) => !held && !muted && supervising?.mode !== 'monitor';

const isMeantFor = (listener: Voice, { supervising }: Voice) =>
  supervising?.mode !== 'whisper' || supervising.target === listener.leg;

/** A recording keeps what the parties of the call say to each other: no hold, no word that is meant for one ear. */
export const isRecorded = (speaker: Voice): boolean => speaks(speaker) && speaker.supervising?.mode !== 'whisper';
