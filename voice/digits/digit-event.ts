/** RFC 4733, 2.3: a keyed digit as a named event instead of its sound. */
export type DigitEvent = {
  digit: string;
  /** The key was let go. */
  end: boolean;
  /** How loud: 0 to 63 dB below the loudest. */
  volume: number;
  /** Steps of the RTP timestamp since the key went down. */
  duration: number;
};

const KEYS = '0123456789*#ABCD';

export const isDigit = (key: string): boolean => key.length === 1 && KEYS.includes(key);

/** Nothing, when the payload is no digit. */
export const readDigitEvent = (payload: Uint8Array): DigitEvent | undefined => {
  const [event, flags, high, low] = payload;
  if (event === undefined || flags === undefined || high === undefined || low === undefined) return undefined;
  const digit = KEYS[event];
  return digit === undefined ? undefined : { digit, end: (flags & 0x80) !== 0, volume: flags & 0x3f, duration: (high << 8) | low };
};

export const writeDigitEvent = ({ digit, end, volume, duration }: DigitEvent): Uint8Array =>
  Uint8Array.of(KEYS.indexOf(digit), (end ? 0x80 : 0) | (volume & 0x3f), (duration >> 8) & 0xff, duration & 0xff);
