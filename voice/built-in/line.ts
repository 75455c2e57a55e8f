import type { MediaTransport } from '../media-transport.ts';
import type { EndCause } from '../provider/call.ts';

/** What stands at the far end of a leg: a browser or the phone network. */
export type Line = {
  /** There is none before the way of sound is up. */
  transport?: MediaTransport;
  /** Lets the far side go. */
  end: (cause: EndCause) => void;
  /** False: the far side takes no keys. */
  sendDigits?: (digits: string) => boolean;
  answer?: () => void;
  reject?: (cause: 'busy' | 'rejected' | 'no-answer') => void;
};
