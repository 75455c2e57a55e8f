import type { EndCause } from '@firstline/voice/provider/call.ts';
import type { TelephonyProvider, VoiceAnswer } from '@firstline/voice/provider/provider.ts';
import type { VoiceEvent } from '@firstline/voice/provider/voice-event.ts';

/** What the suite needs of a provider's surroundings: far ends that do as they are told, and a network that can fail. */
export type Surroundings = {
  provider: TelephonyProvider;
  far: {
    rings: (leg: string) => Promise<void>;
    answers: (leg: string) => Promise<void>;
    ends: (leg: string, cause: EndCause) => Promise<void>;
    presses: (leg: string, digits: string) => Promise<void>;
    /** Somebody calls the number. */
    calls: (from: string, to: string) => Promise<void>;
  };
  /** How many calls went out to the network. */
  dialled: () => number;
  /** Time passes. */
  turn?: (ms: number) => void;
  /** The next wish is done, but its answer is lost on the way. */
  losesNextAnswer?: () => void;
  /** Everything that was told so far is told again. */
  tellsAgain?: () => Promise<void>;
  /** The desk starts anew; the calls went on meanwhile. */
  restarted?: () => Promise<TelephonyProvider>;
  close: () => Promise<void>;
};

/** An event in few words. */
export const say = (event: VoiceEvent): string => {
  switch (event.type) {
    case 'leg.ended': return `${event.type} ${event.cause}`;
    case 'leg.gathered': return `${event.type} ${event.digits}`;
    case 'leg.muted': return `${event.type} ${event.muted ? 'on' : 'off'}`;
    case 'leg.supervises': return `${event.type} ${event.mode}`;
    case 'recording.marked': return `${event.type} ${event.mark}`;
    default: return event.type;
  }
};

export const must = <Done extends object>(answer: VoiceAnswer<Done>): Done => {
  if (answer.refused) throw new Error(`Refused: ${answer.refused}`);
  return answer as Done;
};
