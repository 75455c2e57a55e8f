import { takeMessage as startMessage, type Voicemail } from '../mixer/voicemail.ts';
import type { Happening } from '../mixer/happening.ts';
import type { TakeMessage, VoiceAnswer } from '../provider/provider.ts';
import type { ConferenceHappened, MessageEnd } from '../provider/voice-event.ts';
import type { Calls, Leg } from './calls.ts';
import type { Mix } from './mix.ts';
import type { Recordings } from './recordings.ts';

const BECAUSE: Record<Voicemail['cause'], MessageEnd> = { silence: 'silence', limit: 'limit', key: 'key', hangup: 'gone' };

/** Messages that callers leave, each in a file of its own; told of when it is whole on the disk. */
export const openMailbox = (mix: Mix, calls: Calls, recordings: Recordings) => {
  const taking = new Map<string, ReturnType<typeof startMessage> | undefined>();

  const begin = async (leg: Leg, { mostSeconds, silenceSeconds }: TakeMessage, greeting: Float32Array): Promise<VoiceAnswer<{ message: string }>> => {
    const { leg: caller, conference } = leg;
    const tell: (happened: ConferenceHappened) => void = calls.announcer(conference);
    const { message, tape, stop } = await recordings.message(conference, caller);
    // Whoever left while the file was opened has left no message.
    if (leg.state !== 'connected' || leg.conference !== conference) {
      await stop(false);
      return { refused: calls.legs.has(caller) ? 'wrong-state' : 'ended' };
    }
    taking.set(caller, startMessage(mix, { id: message, conference, leg: caller, greeting, tape, mostMs: mostSeconds * 1000, silenceMs: silenceSeconds * 1000 }, ({ cause, ms, spokenMs }) => {
      taking.delete(caller);
      void stop(spokenMs > 0).then((kept) => tell(kept === 'failed'
        ? { type: 'message.failed', message, caller }
        : { type: 'message.taken', message, caller, because: BECAUSE[cause], seconds: ms / 1000, spokenSeconds: spokenMs / 1000, ...kept }));
    }));
    return { message };
  };

  return {
    take: async (leg: Leg, wish: TakeMessage, greeting: Float32Array): Promise<VoiceAnswer<{ message: string }>> => {
      // Only what the customer says is the message, so only a customer can leave one.
      if (leg.state !== 'connected' || leg.role !== 'customer' || taking.has(leg.leg)) return { refused: 'wrong-state' };
      taking.set(leg.leg, undefined);
      const answer = await begin(leg, wish, greeting).catch(() => ({ refused: 'unavailable' as const }));
      if (answer.refused) taking.delete(leg.leg);
      return answer;
    },
    happened: (happening: Happening) => {
      for (const message of taking.values()) message?.happened(happening);
    },
    leaves: (leg: string) => taking.get(leg)?.hangup(),
  };
};
