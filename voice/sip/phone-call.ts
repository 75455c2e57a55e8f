import type { MediaTransport } from '../media-transport.ts';
import type { PhoneEnd } from './end-cause.ts';

export type CallEvent =
  /** `early`: the far side already plays something (a tone, an announcement), and the transport carries it. */
  | { type: 'ringing'; early: boolean }
  | { type: 'answered' }
  /** The far side put us on hold, or took us back. */
  | { type: 'far-hold'; on: boolean }
  /** A key pressed that came as a message; keys that come as sound packets go through the transport. */
  | { type: 'digit'; digit: string }
  | { type: 'ended'; cause: PhoneEnd };

type PhoneCall = {
  /** The Call-ID: what the carrier's own records name it. */
  readonly id: string;
  /** The number that calls, and the one that is called. */
  readonly from: string;
  readonly to: string;
  /** Its codec is settled once there is sound: for a call in from the start, for a call out with early ringing or the answer. */
  readonly transport: MediaTransport;
  /** One listener. What happened before it came is told at once. */
  on: (told: (event: CallEvent) => void) => void;
  /** Ends it in whatever state it is; a call out that still rings is taken back. */
  hangup: () => void;
  /** Asks the far side to stop sending. False: it did not agree, and all stays as it was. */
  hold: (on: boolean) => Promise<boolean>;
  /** False: the far side takes no keys, or these are none. */
  sendDigits: (digits: string) => boolean;
};

export type OutCall = PhoneCall;

export type InCall = PhoneCall & {
  /** The name the network shows, when there is one. */
  readonly fromName?: string;
  ring: () => void;
  answer: () => void;
  reject: (cause: 'busy' | 'rejected' | 'no-answer') => void;
};

/** Why a call was not even tried. */
export type Refusal =
  | 'not-a-number' | 'country-not-allowed' | 'too-many-calls' | 'too-many-with-number' | 'too-many-in-a-minute'
  | 'late' | 'closed' | 'no-port';
